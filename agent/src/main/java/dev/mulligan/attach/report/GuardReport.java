package dev.mulligan.attach.report;

import java.util.Optional;

/**
 * What stands around the retry of a rule, and what it did so far.
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
   * @param failureRate per cent of what it looks back on
   * @param openForMillis until it lets trial calls through; 0 unless it is open
   */
  public record CircuitBreaker(String state, int failureRate, long openForMillis, long refused) {}

  /** So many permits in each period. */
  public record RateLimit(int permits, long periodMillis, long refused) {}

  /**
   * @param permits how many may run at the same time
   * @param running how many do
   * @param waiting how many wait for one of them to end
   */
  public record Bulkhead(int permits, int running, int waiting, long refused) {}

  /** By all three. */
  public long refused() {
    return circuitBreaker.map(CircuitBreaker::refused).orElse(0L)
        + rateLimit.map(RateLimit::refused).orElse(0L)
        + bulkhead.map(Bulkhead::refused).orElse(0L);
  }
}
