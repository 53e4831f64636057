package dev.mulligan.attach.report;

import java.util.Optional;

/**
 * The state and the counts of a rule's guards.
 *
 * @param timeouts attempts that took too long
 * @param fallbacks calls that ended with the fallback
 */
public record GuardReport(
    String rule,
    Optional<CircuitBreaker> circuitBreaker,
    Optional<RateLimit> rateLimit,
    Optional<Bulkhead> bulkhead,
    long timeouts,
    long fallbacks) {

  /**
   * @param state {@code closed}, {@code open} or {@code half-open}
   * @param failureRate per cent of the calls in its window
   * @param openForMillis the time until it allows trial calls; 0 unless it is open
   */
  public record CircuitBreaker(String state, int failureRate, long openForMillis, long refused) {}

  /** A rate limit of {@code permits} in each period. */
  public record RateLimit(int permits, long periodMillis, long refused) {}

  /**
   * @param permits how many calls may run at the same time
   * @param running how many calls run
   * @param waiting how many calls wait for a permit
   */
  public record Bulkhead(int permits, int running, int waiting, long refused) {}

  /** The calls that the three guards refused together. */
  public long refused() {
    return circuitBreaker.map(CircuitBreaker::refused).orElse(0L)
        + rateLimit.map(RateLimit::refused).orElse(0L)
        + bulkhead.map(Bulkhead::refused).orElse(0L);
  }
}
