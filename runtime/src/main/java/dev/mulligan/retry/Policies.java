package dev.mulligan.retry;

import dev.failsafe.Execution;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Failsafe's part of the engine: it counts the attempts and says when they are complete. It is
 * given one {@link Step} per failed attempt, never an exception: its policies would retry an {@link
 * Error} too, and its own max-duration would cut a delay to land on the deadline.
 */
final class Policies {

  private static final int FAILSAFE_UNLIMITED = -1;

  private final Map<Integer, RetryPolicy<Step>> byMaxAttempts = new ConcurrentHashMap<>();

  /**
   * A failed attempt that may be repeated.
   *
   * @param tooLate whether the next attempt would start after the max-duration
   */
  record Step(long delayNanos, boolean tooLate) {}

  Execution<Step> start(Strategy strategy) {
    return Execution.of(byMaxAttempts.computeIfAbsent(strategy.maxAttempts(), Policies::newPolicy));
  }

  private static RetryPolicy<Step> newPolicy(int maxAttempts) {
    int maxRetries = maxAttempts == Strategy.UNLIMITED ? FAILSAFE_UNLIMITED : maxAttempts - 1;
    return RetryPolicy.<Step>builder()
        .handleResultIf(step -> true)
        .abortIf(Step::tooLate)
        .withDelayFn(context -> Duration.ofNanos(context.getLastResult().delayNanos()))
        .withMaxRetries(maxRetries)
        .build();
  }
}
