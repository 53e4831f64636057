package dev.mulligan.retry.listener;

import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;

/**
 * A number of retries within a time that is to be notified.
 *
 * @param retries 1 or more
 * @param per more than zero and at most 292 years
 */
public record RetryRate(int retries, Duration per) {

  /**
   * @throws dev.mulligan.setting.SettingException for a number out of its range
   */
  public RetryRate {
    Check.atLeast(1, Setting.RETRIES, retries);
    Check.positive(Setting.PER, per);
  }

  /** Such as {@code retries per 1m}. */
  public String unit() {
    return "retries per " + HumanDuration.of(per);
  }

  // Not equals: that of a record has JDK 17 keep its class, and the class loader, for good.
  public boolean isSameAs(RetryRate other) {
    return retries == other.retries && per.equals(other.per);
  }
}
