package dev.mulligan.guard;

import dev.mulligan.retry.Check;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;

/**
 * How many may start within a period.
 *
 * @param permits in each period; 1 or more
 * @param period more than 0, at most 365 days
 * @param maxWait how long one may wait for the next period; at most 1 day
 */
public record RateLimitSettings(int permits, Duration period, Duration maxWait, Scope per) {

  private static final Duration LONGEST_PERIOD = Duration.ofDays(365);

  /**
   * @throws IllegalArgumentException in the words of the rule file, for a number out of its range
   */
  public RateLimitSettings {
    Check.require(permits >= 1, "permits must be at least 1, was " + permits);
    Check.duration("period", period);
    Check.require(!period.isZero(), "period must be more than 0");
    Check.require(
        period.compareTo(LONGEST_PERIOD) <= 0,
        "period must be at most 365 days, was " + HumanDuration.of(period));
    MaxWait.check(maxWait);
  }

  /** All that makes one limit different from another. */
  String identity() {
    return permits + " in " + period + ", waits " + maxWait + ", per " + per.word();
  }
}
