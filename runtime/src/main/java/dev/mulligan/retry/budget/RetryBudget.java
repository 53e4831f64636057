package dev.mulligan.retry.budget;

import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;

/**
 * How many retries there may be beside the calls that go well: gRPC's retry throttling (proposal
 * A6), with time giving tokens back as in Finagle's {@code RetryBudget}, so that a few retries
 * always go through. A failed attempt takes 1 token; there are retries only while more than half of
 * the tokens is left; a first attempt is never held back.
 *
 * @param tokens there are at the start and at most, 1 to 1,000,000
 * @param successRatio what an attempt that succeeds gives back, 0 to 1
 * @param refillPerSecond what time gives back, from one token an hour to 1,000,000 a second
 */
public record RetryBudget(int tokens, double successRatio, double refillPerSecond) {

  /** The process's, where the rule file says nothing. */
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
