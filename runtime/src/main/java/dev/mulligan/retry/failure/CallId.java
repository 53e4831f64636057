package dev.mulligan.retry.failure;

import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The id of one logical call, the same for all its attempts: in the log, in notifications and for
 * the application. Generated on demand, because most calls that fail once never need it.
 */
public final class CallId {

  private static final int SHORT = 8;

  private final RandomGenerator random;
  private @Nullable UUID value;

  public CallId(RandomGenerator random) {
    this.random = random;
  }

  /** Returns the id, a random UUID (RFC 9562, version 4). */
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

  /** Returns the first eight digits, which identify a call well enough in a log. */
  public String shortForm() {
    return value().toString().substring(0, SHORT);
  }
}
