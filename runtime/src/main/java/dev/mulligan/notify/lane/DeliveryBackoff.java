package dev.mulligan.notify.lane;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The back-off of deliveries. After the attempts of one round a notification in the outbox is put
 * back, because a receiver may be down for longer than a minute.
 */
public final class DeliveryBackoff {

  public static final int TRIES = 5;

  private static final Duration INITIAL = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** The limit of a receiver's hint; a longer one would block its channel. */
  private static final Duration LONGEST_HINT = Duration.ofMinutes(15);

  /** The maximum age of a notification that is put back into the outbox. */
  public static final Duration LONGEST_KEPT = Duration.ofHours(24);

  /**
   * The age at which a notification of an earlier process counts at most when it is taken over, so
   * that a clock that has jumped leaves it an hour.
   */
  public static final Duration OLDEST_TAKEN_OVER = LONGEST_KEPT.minusHours(1);

  /** How often a channel may accept other notifications but not this one before it is given up. */
  public static final int MOST_PASSED = 3;

  private static final Duration FIRST_REST = Duration.ofMinutes(1);
  private static final Duration LONGEST_REST = Duration.ofMinutes(5);

  private DeliveryBackoff() {}

  /**
   * Returns how long a channel pauses after a failed round: the receiver's hint, or a minute,
   * doubled up to five.
   *
   * @param rounds failed since the channel last accepted a notification, from 1
   */
  static Duration rest(int rounds, Optional<Duration> hint) {
    if (hint.isPresent()) {
      return bounded(hint.get());
    }
    return shorter(FIRST_REST.multipliedBy(1L << Math.min(rounds - 1, 10)), LONGEST_REST);
  }

  /**
   * Returns the delay after a failed attempt: the receiver's hint, or exponential with equal jitter
   * (half of it random).
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

  /** Limits a receiver's hint. */
  static Duration bounded(Duration hint) {
    return shorter(hint, LONGEST_HINT);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
