package dev.mulligan.guard.settings;

import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import java.time.Duration;

/**
 * The settings of a circuit breaker, which refuses calls after too many failures.
 *
 * @param failureRate the percentage of failures in the window that opens it; from 1 to 100
 * @param delay how long it stays open before it admits trial calls; more than 0
 * @param successThreshold how many trial calls must succeed, all of them, to close it; from 1 to
 *     {@value #MOST_TRIALS}
 */
public record CircuitBreakerSettings(
    int failureRate, Window window, Duration delay, int successThreshold, Scope per) {

  private static final int MOST_TRIALS = 1_000;

  /** The settings if the rule file gives none. */
  public static final CircuitBreakerSettings DEFAULT =
      new CircuitBreakerSettings(50, new Window.Calls(20), Duration.ofMinutes(1), 1, Scope.ATTEMPT);

  /**
   * @throws dev.mulligan.setting.SettingException for a number out of its range
   */
  public CircuitBreakerSettings {
    Check.require(
        failureRate >= 1 && failureRate <= 100,
        Setting.FAILURE_RATE,
        " must be from 1 to 100 (per cent), was " + failureRate);
    Check.positive(Setting.DELAY, delay);
    Check.require(
        successThreshold >= 1 && successThreshold <= MOST_TRIALS,
        Setting.SUCCESS_THRESHOLD,
        " must be from 1 to " + MOST_TRIALS + ", was " + successThreshold);
  }

  /** Returns a text that is equal for breakers with equal settings. */
  String identity() {
    return "opens at "
        + failureRate
        + " % of "
        + window.identity()
        + " for "
        + delay
        + ", closes after "
        + successThreshold
        + ", per "
        + per.word();
  }
}
