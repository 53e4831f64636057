package dev.mulligan.guard.limit;

import java.util.Optional;

/**
 * The state and the counters of a rule's guards.
 *
 * @param timeouts attempts that timed out
 * @param fallbacks calls that ended with the fallback
 */
public record GuardSnapshot(
    Optional<Breaker> circuitBreaker,
    Optional<RateLimit> rateLimit,
    Optional<Bulkhead> bulkhead,
    long timeouts,
    long fallbacks) {

  /**
   * @param state {@code closed}, {@code open} or {@code half-open}
   * @param failureRate percentage of failures in the window
   * @param opensForMillis time until it admits trial calls; 0 unless it is open
   */
  public record Breaker(String state, int failureRate, long opensForMillis, long refused) {}

  /** The state of a rate limit with a number of permits per period. */
  public record RateLimit(int permits, long periodMillis, long refused) {}

  /**
   * @param permits the maximum number of concurrent calls
   * @param running the current number
   * @param waiting the number of queued callers
   */
  public record Bulkhead(int permits, int running, int waiting, long refused) {}
}
