package dev.mulligan.retry.listener;

import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;

/**
 * The threshold of the retry-rate alert.
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

  // Not equals: the generated one of a record makes JDK 17 keep its class, and so the class loader,
  // for ever.
  public boolean isSameAs(RetryRate other) {
    return retries == other.retries && per.equals(other.per);
  }
}
