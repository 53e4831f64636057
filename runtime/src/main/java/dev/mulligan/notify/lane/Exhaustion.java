package dev.mulligan.notify.lane;

import dev.mulligan.notify.channel.DeliveryOutcome;
import java.time.Duration;
import java.util.Optional;

/**
 * The outcome of an attempt that failed because this process lacks memory, threads or files. The
 * receiver has no part in it, so the notification is kept, in memory too, and tried again when the
 * process may have recovered.
 */
final class Exhaustion {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private Exhaustion() {}

  static DeliveryOutcome outcome(Throwable failure) {
    return new DeliveryOutcome.RetryLater(FailureText.of(failure), Optional.of(PAUSE), true);
  }
}
