package dev.mulligan.notify.lane;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How often and when a delivery is tried again. What is in the outbox is put back after the tries
 * of one round: a receiver may be away for longer than a minute.
 */
public final class DeliveryBackoff {

  public static final int TRIES = 5;

  private static final Duration INITIAL = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** A receiver that asks for more is asked again sooner: it would block its channel for good. */
  private static final Duration LONGEST_HINT = Duration.ofMinutes(15);

  /** How old a notification in the outbox may be to be put back. */
  public static final Duration LONGEST_KEPT = Duration.ofHours(24);

  /** A channel that takes others so often, and this one not, never will. */
  public static final int MOST_PASSED = 3;

  private static final Duration FIRST_REST = Duration.ofMinutes(1);
  private static final Duration LONGEST_REST = Duration.ofMinutes(5);

  private DeliveryBackoff() {}

  /**
   * How long the channel rests after a round: the receiver's hint, when there is one; else a
   * minute, doubled up to five.
   *
   * @param rounds that failed since the channel last took anything, from 1
   */
  static Duration rest(int rounds, Optional<Duration> hint) {
    if (hint.isPresent()) {
      return bounded(hint.get());
    }
    return shorter(FIRST_REST.multipliedBy(1L << Math.min(rounds - 1, 10)), LONGEST_REST);
  }

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
