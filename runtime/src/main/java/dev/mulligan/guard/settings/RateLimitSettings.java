package dev.mulligan.guard.settings;

import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;

/**
 * The settings of a rate limit: how many calls or attempts may start within a period.
 *
 * @param permits in each period; 1 or more
 * @param period more than 0, at most 365 days
 * @param maxWait how long to wait for a permit of the next period; at most 1 day
 */
public record RateLimitSettings(int permits, Duration period, Duration maxWait, Scope per) {

  private static final Duration LONGEST_PERIOD = Duration.ofDays(365);

  /**
   * @throws dev.mulligan.setting.SettingException for a number out of its range
   */
  public RateLimitSettings {
    Check.atLeast(1, Setting.PERMITS, permits);
    Check.positive(Setting.PERIOD, period);
    Check.require(
        period.compareTo(LONGEST_PERIOD) <= 0,
        Setting.PERIOD,
        " must be at most 365 days, was " + HumanDuration.of(period));
    MaxWait.check(maxWait);
  }

  /** Returns a text that is equal for rate limits with equal settings. */
  String identity() {
    return permits + " in " + period + ", waits " + maxWait + ", per " + per.word();
  }
}
