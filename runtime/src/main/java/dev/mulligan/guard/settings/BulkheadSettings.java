package dev.mulligan.guard.settings;

import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import java.time.Duration;

/**
 * The settings of a bulkhead: how many calls or attempts may run at the same time.
 *
 * @param maxConcurrency 1 or more
 * @param maxWait how long to wait for a permit; at most 1 day
 */
public record BulkheadSettings(int maxConcurrency, Duration maxWait, Scope per) {

  /**
   * @throws dev.mulligan.setting.SettingException for a number out of its range
   */
  public BulkheadSettings {
    Check.atLeast(1, Setting.MAX_CONCURRENCY, maxConcurrency);
    MaxWait.check(maxWait);
  }

  /** Returns a text that is equal for bulkheads with equal settings. */
  String identity() {
    return maxConcurrency + " at a time, waits " + maxWait + ", per " + per.word();
  }
}
