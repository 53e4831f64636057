package dev.mulligan.guard.settings;

import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;

/** The sliding window of a circuit breaker. */
public sealed interface Window {

  /** Returns a text that is equal for equal windows: {@code the last 20}. */
  String identity();

  /**
   * The last calls.
   *
   * @param count from 1 to {@value #MOST}
   */
  record Calls(int count) implements Window {
    static final int MOST = 10_000;

    /**
     * @throws dev.mulligan.setting.SettingException for a number out of its range
     */
    public Calls {
      Check.require(
          count >= 1 && count <= MOST,
          Setting.WINDOW,
          " must be from 1 to " + MOST + ", was " + count);
    }

    /** Returns the number of failures that reach a rate in per cent, rounded up. */
    public int failures(int rate) {
      return Math.max(1, (count * rate + 99) / 100);
    }

    @Override
    public String identity() {
      return "the last " + count;
    }
  }

  /**
   * The calls of a period.
   *
   * @param length from 10 ms to 1 day
   * @param minimumCalls the breaker stays closed below that number; 1 or more
   */
  record Time(Duration length, int minimumCalls) implements Window {
    /** The minimum if the rule file gives none. */
    public static final int USUAL_MINIMUM = 20;

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * @throws dev.mulligan.setting.SettingException for a number out of its range
     */
    public Time {
      Check.duration(Setting.WINDOW, length);
      Check.require(
          length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0,
          Setting.WINDOW,
          " must be from 10ms to 24h, was " + HumanDuration.of(length));
      Check.atLeast(1, Setting.MINIMUM_CALLS, minimumCalls);
    }

    @Override
    public String identity() {
      return "the last " + length + " (" + minimumCalls + " or more)";
    }
  }
}
