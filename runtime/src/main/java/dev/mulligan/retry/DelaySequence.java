package dev.mulligan.retry;

import dev.mulligan.retry.delay.DelaySource;
import dev.mulligan.retry.delay.RetryAfterHint;
import dev.mulligan.retry.strategy.Strategy;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Computes the delays of one call from its back-off, its jitter and the server's {@code
 * Retry-After}.
 */
final class DelaySequence {

  /**
   * The limit of a server's {@code Retry-After} if no maximum duration limits the call. It keeps a
   * server from blocking the caller's thread for days.
   */
  static final Duration LONGEST_HINT = Duration.ofHours(1);

  private Strategy strategy;
  private final RandomGenerator random;
  private final RetryAfterHint retryAfter;
  private long previousBackoff;

  DelaySequence(Strategy strategy, RandomGenerator random, RetryAfterHint retryAfter) {
    this.strategy = strategy;
    this.random = random;
    this.retryAfter = retryAfter;
  }

  /** Starts again for another call. */
  void restart(Strategy other) {
    strategy = other;
    previousBackoff = 0;
  }

  /**
   * Returns the delay in nanoseconds.
   *
   * @param attempt the failed attempt, from 1
   * @param subject what it threw or returned
   */
  long after(int attempt, @Nullable Object subject) {
    previousBackoff = strategy.backoff().nanosAfter(attempt, previousBackoff, random);
    long delay = strategy.jitter().spread(previousBackoff, random);
    Optional<DelaySource> source = strategy.delayFrom();
    return source.isPresent() ? Math.max(delay, hint(source.get(), subject)) : delay;
  }

  private long hint(DelaySource source, @Nullable Object subject) {
    Duration hint = retryAfter.of(source, subject);
    Duration longest =
        strategy.maxDuration().isPresent() ? Duration.ofNanos(Long.MAX_VALUE) : LONGEST_HINT;
    return hint.compareTo(longest) > 0 ? longest.toNanos() : hint.toNanos();
  }
}
