package dev.mulligan.guard.limit;

import java.util.Optional;

/**
 * What a rule's guards have done since they began, and how they stand now.
 *
 * @param timeouts attempts that took too long
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
   * @param failureRate per cent of what it looks back on
   * @param opensForMillis until it lets trial calls through; 0 unless it is open
   */
  public record Breaker(String state, int failureRate, long opensForMillis, long refused) {}

  /** So many permits in each period. */
  public record RateLimit(int permits, long periodMillis, long refused) {}

  /**
   * @param permits how many may run at the same time
   * @param running how many do
   * @param waiting how many wait for one of them to end
   */
  public record Bulkhead(int permits, int running, int waiting, long refused) {}
}
