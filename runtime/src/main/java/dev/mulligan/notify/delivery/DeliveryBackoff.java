package dev.mulligan.notify.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How often and when a delivery is tried again. */
final class DeliveryBackoff {

  static final int TRIES = 5;

  private static final Duration INITIAL = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** A receiver that asks for more is asked again sooner: it would block its channel for good. */
  private static final Duration LONGEST_HINT = Duration.ofMinutes(15);

  private DeliveryBackoff() {}

  /**
   * The receiver's hint, when there is one; else exponential, half of it random ("equal jitter").
   *
   * @param failedTries from 1
   */
  static Duration after(int failedTries, Optional<Duration> hint, RandomGenerator random) {
    if (hint.isPresent()) {
      return bounded(hint.get());
    }
    Duration full = shorter(INITIAL.multipliedBy(1L << (failedTries - 1)), LONGEST);
    long half = full.toMillis() / 2;
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }

  /** What is asked for, within reason. */
  static Duration bounded(Duration hint) {
    return shorter(hint, LONGEST_HINT);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
