package dev.mulligan.notify.lane;

import dev.mulligan.notify.channel.DeliveryOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Failures because this process lacks memory, threads or files. The receiver has no part in them,
 * so the notification is kept, in memory too, and tried again when the process may have recovered.
 */
final class Exhaustion {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private Exhaustion() {}

  static boolean isCauseOf(IOException failure) {
    return String.valueOf(failure.getMessage()).contains("Too many open files");
  }

  static DeliveryOutcome outcome(Throwable failure) {
    return new DeliveryOutcome.RetryLater(FailureText.of(failure), Optional.of(PAUSE), true);
  }
}
