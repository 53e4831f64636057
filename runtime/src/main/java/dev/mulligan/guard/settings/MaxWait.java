package dev.mulligan.guard.settings;

import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;

/** Validates how long a caller may wait for a permit. */
final class MaxWait {

  private static final Duration LONGEST = Duration.ofDays(1);

  private MaxWait() {}

  static void check(Duration wait) {
    Check.duration(Setting.MAX_WAIT, wait);
    Check.require(
        wait.compareTo(LONGEST) <= 0,
        Setting.MAX_WAIT,
        " must be at most 24h, was " + HumanDuration.of(wait));
  }
}
