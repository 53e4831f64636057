package dev.mulligan.notify.lane;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The back-off of deliveries: a few quick attempts, then pauses of the whole channel, because a
 * receiver may be down for longer.
 */
public final class DeliveryBackoff {

  /** The quick attempts for a notification while its channel works. */
  public static final int TRIES = 5;

  private static final Duration INITIAL = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** The limit of a receiver's hint; a longer one would block its channel. */
  private static final Duration LONGEST_HINT = Duration.ofMinutes(15);

  /** How long the outbox keeps a notification that its channel does not accept. */
  public static final Duration LONGEST_KEPT = Duration.ofHours(24);

  /**
   * The age at which a notification of an earlier process counts at most when it is taken over, so
   * that a clock that has jumped leaves it an hour.
   */
  public static final Duration OLDEST_TAKEN_OVER = LONGEST_KEPT.minusHours(1);

  /**
   * How long the memory keeps one. Its number is bounded; beyond an hour, the process has usually
   * been restarted, or nobody waits for the notification any more.
   */
  public static final Duration LONGEST_IN_MEMORY = Duration.ofHours(1);

  /**
   * How often a channel may accept other notifications but not this one before it is given up. Few
   * would not do: while a receiver is redeployed, each second request may fail.
   */
  public static final int MOST_PASSED = 10;

  static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private DeliveryBackoff() {}

  /**
   * Returns how long a channel pauses: the receiver's hint, or five seconds, doubled up to five
   * minutes, with equal jitter (half of it random).
   *
   * @param pauses since the channel last worked, from 1
   */
  static Duration pause(int pauses, Optional<Duration> hint, RandomGenerator random) {
    return hint.isPresent()
        ? bounded(hint.get())
        : jittered(doubled(FIRST_PAUSE, pauses, LONGEST_PAUSE), random);
  }

  /**
   * Returns the delay after a failed attempt: the receiver's hint, or exponential with equal jitter
   * (half of it random).
   *
   * @param failedTries from 1
   */
  static Duration after(int failedTries, Optional<Duration> hint, RandomGenerator random) {
    return hint.isPresent()
        ? bounded(hint.get())
        : jittered(doubled(INITIAL, failedTries, LONGEST), random);
  }

  /** Limits a receiver's hint. */
  private static Duration bounded(Duration hint) {
    return shorter(hint, LONGEST_HINT);
  }

  private static Duration doubled(Duration first, int number, Duration longest) {
    return shorter(first.multipliedBy(1L << Math.min(number - 1, 10)), longest);
  }

  private static Duration jittered(Duration full, RandomGenerator random) {
    long half = full.toMillis() / 2;
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
