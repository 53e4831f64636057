package dev.mulligan.retry;

import dev.mulligan.retry.delay.DelaySource;
import dev.mulligan.retry.delay.RetryAfterHint;
import dev.mulligan.retry.strategy.Strategy;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The delays of one call: back-off, jitter, and what a server asked for. */
final class DelaySequence {

  /**
   * Where no max-duration limits the waiting, a server's wish counts up to this: a caller's thread
   * that sleeps for longer is as good as lost.
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

  /** From the beginning, for another call. */
  void restart(Strategy other) {
    strategy = other;
    previousBackoff = 0;
  }

  /**
   * Nanoseconds to wait.
   *
   * @param attempt the one that failed, from 1
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
