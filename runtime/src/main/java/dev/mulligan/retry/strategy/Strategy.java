package dev.mulligan.retry.strategy;

import dev.mulligan.retry.condition.ExceptionCondition;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.delay.DelaySource;
import dev.mulligan.retry.delay.Jitter;
import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A retry strategy: when and how often a call is repeated, and what happens when its attempts are
 * used up.
 *
 * @param name as in the rule file; for messages
 * @param maxAttempts 1 or more, the first call included; {@link #UNLIMITED} only with a maxDuration
 * @param maxDuration counted from the first call's start; no attempt starts after it
 * @param retryOn an exception that none of these matches is thrown at once
 * @param abortOn takes precedence over retryOn
 * @param retryOnResult a result that one of these matches counts as a failed attempt
 * @param delayFrom where to read a server's hint that may lengthen the back-off
 */
public record Strategy(
    String name,
    int maxAttempts,
    Optional<Duration> maxDuration,
    Backoff backoff,
    Jitter jitter,
    List<ExceptionCondition> retryOn,
    List<ExceptionCondition> abortOn,
    List<ResultCondition> retryOnResult,
    Optional<DelaySource> delayFrom,
    OnFailure onFailure) {

  public static final int UNLIMITED = Integer.MAX_VALUE;

  /**
   * @throws dev.mulligan.setting.SettingException for a number out of its range
   */
  public Strategy {
    Check.atLeast(1, Setting.MAX_ATTEMPTS, maxAttempts);
    Check.require(
        maxAttempts != UNLIMITED || maxDuration.isPresent(),
        Setting.MAX_ATTEMPTS,
        ": unlimited needs a ",
        Setting.MAX_DURATION);
    if (maxDuration.isPresent()) {
      Check.positive(Setting.MAX_DURATION, maxDuration.get());
    }
    retryOn = List.copyOf(retryOn);
    abortOn = List.copyOf(abortOn);
    retryOnResult = List.copyOf(retryOnResult);
  }

  /** Whether only the maximum duration limits the attempts. */
  public boolean isUnlimited() {
    return maxAttempts == UNLIMITED;
  }
}
