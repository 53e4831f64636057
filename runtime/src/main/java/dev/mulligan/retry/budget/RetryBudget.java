package dev.mulligan.retry.budget;

import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;

/**
 * A retry budget: limits retries relative to successful calls. It is gRPC's retry throttling
 * (proposal A6), and also refills over time like Finagle's {@code RetryBudget}, so that a few
 * retries are always possible. A failed attempt takes 1 token; retries are allowed only while more
 * than half of the tokens is left; first attempts are never limited.
 *
 * @param tokens the initial and maximum number, 1 to 1,000,000
 * @param successRatio what a successful attempt returns, 0 to 1
 * @param refillPerSecond the refill over time, from one token an hour to 1,000,000 a second
 */
public record RetryBudget(int tokens, double successRatio, double refillPerSecond) {

  /** The process-wide budget if the rule file sets none. */
  public static final RetryBudget DEFAULT = new RetryBudget(1_000, 0.1, 10);

  private static final int MOST = 1_000_000;
  private static final double SLOWEST = 1 / 3_600.0;

  /**
   * @throws dev.mulligan.setting.SettingException for a number out of its range
   */
  public RetryBudget {
    Check.require(
        tokens >= 1 && tokens <= MOST,
        Setting.TOKENS,
        " must be from 1 to 1,000,000, was " + tokens);
    Check.require(
        successRatio >= 0 && successRatio <= 1,
        Setting.SUCCESS_RATIO,
        " must be from 0 to 1, was " + Check.number(successRatio));
    Check.require(
        refillPerSecond >= SLOWEST && refillPerSecond <= MOST,
        Setting.REFILL,
        " must be from 1/h to 1000000/s: a spent budget must be able to recover");
  }

  /** Not equals: see {@link Operation}. */
  boolean isSameAs(RetryBudget other) {
    return tokens == other.tokens
        && successRatio == other.successRatio
        && refillPerSecond == other.refillPerSecond;
  }
}
