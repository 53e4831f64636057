package dev.mulligan.guard.settings;

import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import java.time.Duration;

/**
 * When calls are refused because too many failed.
 *
 * @param failureRate per cent of the window that must fail; from 1 to 100
 * @param delay how long it stays open before it lets trial calls through; more than 0
 * @param successThreshold how many trial calls must succeed for it to close, all of them; from 1 to
 *     {@value #MOST_TRIALS}
 */
public record CircuitBreakerSettings(
    int failureRate, Window window, Duration delay, int successThreshold, Scope per) {

  private static final int MOST_TRIALS = 1_000;

  /** The numbers where a rule file says nothing. */
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

  /** All that makes one breaker different from another. */
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
