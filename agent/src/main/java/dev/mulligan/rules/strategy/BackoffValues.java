package dev.mulligan.rules.strategy;

import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.delay.BackoffType;
import dev.mulligan.retry.delay.Jitter;
import dev.mulligan.setting.Setting;
import java.time.Duration;

/**
 * The values of a {@code backoff} block. They are separate from {@link Backoff} so that a strategy
 * can inherit them one by one; values that the type does not use are present too.
 */
record BackoffValues(
    BackoffType type,
    Duration initial,
    Duration increment,
    double multiplier,
    Duration min,
    Duration max,
    Jitter jitter) {

  /** The values of missing keys. */
  static BackoffValues defaults(BackoffType type) {
    Backoff usual = new Backoff.Random(Duration.ZERO, Duration.ofSeconds(30));
    return of(type, usual, type.usualJitter());
  }

  static BackoffValues of(Backoff backoff, Jitter jitter) {
    return of(backoff.type(), backoff, jitter);
  }

  private static BackoffValues of(BackoffType type, Backoff backoff, Jitter jitter) {
    return new BackoffValues(
        type,
        backoff.initial(),
        backoff.increment(),
        backoff.multiplier(),
        backoff.min(),
        backoff.max(),
        jitter);
  }

  /**
   * @throws dev.mulligan.setting.SettingException for values that contradict each other
   */
  Backoff build() {
    return switch (type) {
      case FIXED -> new Backoff.Fixed(initial);
      case LINEAR -> new Backoff.Linear(initial, increment, max);
      case EXPONENTIAL -> new Backoff.Exponential(initial, multiplier, max);
      case RANDOM_EXPONENTIAL -> new Backoff.RandomExponential(min, initial, multiplier, max);
      case RANDOM -> new Backoff.Random(min, max);
      case FIBONACCI -> new Backoff.Fibonacci(initial, max);
      case DECORRELATED -> new Backoff.Decorrelated(initial, max);
    };
  }

  /** A copy with another value for a duration setting. */
  BackoffValues with(Setting setting, Duration value) {
    return new BackoffValues(
        type,
        setting == Setting.INITIAL ? value : initial,
        setting == Setting.INCREMENT ? value : increment,
        multiplier,
        setting == Setting.MIN ? value : min,
        setting == Setting.MAX ? value : max,
        jitter);
  }

  BackoffValues withMultiplier(double value) {
    return new BackoffValues(type, initial, increment, value, min, max, jitter);
  }

  BackoffValues withJitter(Jitter value) {
    return new BackoffValues(type, initial, increment, multiplier, min, max, value);
  }
}
