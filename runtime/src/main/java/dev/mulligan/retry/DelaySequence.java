package dev.mulligan.retry;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The delays of one call: back-off, jitter, and what a server asked for. */
final class DelaySequence {

  /**
   * Where no max-duration limits the waiting, a server's wish counts up to this: a caller's thread
   * that sleeps for longer is as good as lost.
   */
  static final Duration LONGEST_HINT = Duration.ofHours(1);

  private final Strategy strategy;
  private final RandomGenerator random;
  private final RetryAfterHint retryAfter;
  private long previousBackoff;

  DelaySequence(Strategy strategy, RandomGenerator random, RetryAfterHint retryAfter) {
    this.strategy = strategy;
    this.random = random;
    this.retryAfter = retryAfter;
  }

  /**
   * Nanoseconds to wait.
   *
   * @param attempt the one that failed, from 1
   */
  long after(int attempt, Outcome outcome) {
    previousBackoff = strategy.backoff().nanosAfter(attempt, previousBackoff, random);
    long delay = strategy.jitter().spread(previousBackoff, random);
    Optional<DelaySource> source = strategy.delayFrom();
    return source.isPresent() ? Math.max(delay, hint(source.get(), outcome)) : delay;
  }

  private long hint(DelaySource source, Outcome outcome) {
    Duration hint = retryAfter.of(source, outcome.subject());
    Duration longest =
        strategy.maxDuration().isPresent() ? Duration.ofNanos(Long.MAX_VALUE) : LONGEST_HINT;
    return hint.compareTo(longest) > 0 ? longest.toNanos() : hint.toNanos();
  }
}
