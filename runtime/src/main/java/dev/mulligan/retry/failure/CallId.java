package dev.mulligan.retry.failure;

import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What names one logical call over all its attempts: in the log, in the notification and for the
 * application. Made when first asked for: most calls that fail once are never asked.
 */
public final class CallId {

  private static final int SHORT = 8;

  private final RandomGenerator random;
  private @Nullable UUID value;

  public CallId(RandomGenerator random) {
    this.random = random;
  }

  /** A random UUID (RFC 9562, version 4), always the same. */
  public synchronized UUID value() {
    UUID made = value;
    if (made == null) {
      long high = (random.nextLong() & ~0xF000L) | 0x4000L;
      long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
      made = new UUID(high, low);
      value = made;
    }
    return made;
  }

  /** Its first eight digits, which tell calls apart well enough in a log. */
  public String shortForm() {
    return value().toString().substring(0, SHORT);
  }
}
