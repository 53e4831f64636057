package dev.mulligan.retry.delay;

import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A back-off: how the delay grows from attempt to attempt, before jitter. The formulas are
 * tenacity's ({@code wait.py}); decorrelated is that of the AWS architecture blog, "Exponential
 * Backoff And Jitter".
 *
 * <p>Every constructor throws {@link dev.mulligan.setting.SettingException} for a duration that is
 * negative or longer than 292 years, a multiplier below 1 and a maximum below the value that it
 * limits.
 */
public sealed interface Backoff {

  /** Returns the kind of this back-off. */
  BackoffType type();

  /**
   * Returns a setting, like the following methods. A back-off without that setting returns the
   * default of the others.
   */
  default Duration initial() {
    return Duration.ofSeconds(1);
  }

  default Duration increment() {
    return Duration.ofSeconds(1);
  }

  default double multiplier() {
    return 2;
  }

  default Duration min() {
    return Duration.ZERO;
  }

  default Duration max() {
    return Duration.ofSeconds(30);
  }

  /**
   * Computes the delay after a failed attempt; never overflows.
   *
   * @param attempt the failed attempt, from 1
   * @param previousNanos the result of this method for the previous attempt; 0 after the first
   * @return nanoseconds, 0 or more
   */
  long nanosAfter(int attempt, long previousNanos, RandomGenerator random);

  /** The same delay after every attempt. */
  record Fixed(Duration initial) implements Backoff {
    public Fixed {
      Check.duration(Setting.INITIAL, initial);
    }

    @Override
    public BackoffType type() {
      return BackoffType.FIXED;
    }

    @Override
    public long nanosAfter(int attempt, long previousNanos, RandomGenerator random) {
      return initial.toNanos();
    }
  }

  /** min(initial + increment·(n−1), max). */
  record Linear(Duration initial, Duration increment, Duration max) implements Backoff {
    public Linear {
      Check.duration(Setting.INITIAL, initial);
      Check.duration(Setting.INCREMENT, increment);
      Check.duration(Setting.MAX, max);
      Check.notLess(Setting.MAX, max, Setting.INITIAL, initial);
    }

    @Override
    public BackoffType type() {
      return BackoffType.LINEAR;
    }

    @Override
    public long nanosAfter(int attempt, long previousNanos, RandomGenerator random) {
      long step = increment.toNanos();
      long room = max.toNanos() - initial.toNanos();
      long steps = attempt - 1L;
      boolean atMax = step != 0 && steps > room / step;
      return atMax ? max.toNanos() : initial.toNanos() + step * steps;
    }
  }

  /** min(initial·multiplier^(n−1), max). */
  record Exponential(Duration initial, double multiplier, Duration max) implements Backoff {
    public Exponential {
      Check.duration(Setting.INITIAL, initial);
      Check.atLeast(1, Setting.MULTIPLIER, multiplier);
      Check.duration(Setting.MAX, max);
      Check.notLess(Setting.MAX, max, Setting.INITIAL, initial);
    }

    @Override
    public BackoffType type() {
      return BackoffType.EXPONENTIAL;
    }

    @Override
    public long nanosAfter(int attempt, long previousNanos, RandomGenerator random) {
      return SaturatingMath.exponential(initial.toNanos(), multiplier, attempt, max.toNanos());
    }
  }

  /** Full jitter: uniform(min, min(initial·multiplier^(n−1), max)). */
  record RandomExponential(Duration min, Duration initial, double multiplier, Duration max)
      implements Backoff {
    public RandomExponential {
      Check.duration(Setting.MIN, min);
      Check.duration(Setting.INITIAL, initial);
      Check.atLeast(1, Setting.MULTIPLIER, multiplier);
      Check.duration(Setting.MAX, max);
      Check.notLess(Setting.MAX, max, Setting.MIN, min);
      Check.notLess(Setting.MAX, max, Setting.INITIAL, initial);
    }

    @Override
    public BackoffType type() {
      return BackoffType.RANDOM_EXPONENTIAL;
    }

    @Override
    public long nanosAfter(int attempt, long previousNanos, RandomGenerator random) {
      long high = SaturatingMath.exponential(initial.toNanos(), multiplier, attempt, max.toNanos());
      return SaturatingMath.uniform(min.toNanos(), Math.max(min.toNanos(), high), random);
    }
  }

  /** uniform[min, max). */
  record Random(Duration min, Duration max) implements Backoff {
    public Random {
      Check.duration(Setting.MIN, min);
      Check.duration(Setting.MAX, max);
      Check.notLess(Setting.MAX, max, Setting.MIN, min);
    }

    @Override
    public BackoffType type() {
      return BackoffType.RANDOM;
    }

    @Override
    public long nanosAfter(int attempt, long previousNanos, RandomGenerator random) {
      return SaturatingMath.uniform(min.toNanos(), max.toNanos(), random);
    }
  }

  /** initial·1, 1, 2, 3, 5… up to max. */
  record Fibonacci(Duration initial, Duration max) implements Backoff {
    public Fibonacci {
      Check.duration(Setting.INITIAL, initial);
      Check.duration(Setting.MAX, max);
      Check.notLess(Setting.MAX, max, Setting.INITIAL, initial);
    }

    @Override
    public BackoffType type() {
      return BackoffType.FIBONACCI;
    }

    @Override
    public long nanosAfter(int attempt, long previousNanos, RandomGenerator random) {
      return SaturatingMath.fibonacci(initial.toNanos(), attempt, max.toNanos());
    }
  }

  /** min(max, uniform(initial, 3·previous)), previous being initial at first. */
  record Decorrelated(Duration initial, Duration max) implements Backoff {
    public Decorrelated {
      Check.duration(Setting.INITIAL, initial);
      Check.duration(Setting.MAX, max);
      Check.notLess(Setting.MAX, max, Setting.INITIAL, initial);
    }

    @Override
    public BackoffType type() {
      return BackoffType.DECORRELATED;
    }

    @Override
    public long nanosAfter(int attempt, long previousNanos, RandomGenerator random) {
      long low = initial.toNanos();
      long high = SaturatingMath.times(3, Math.max(low, previousNanos));
      return Math.min(max.toNanos(), SaturatingMath.uniform(low, high, random));
    }
  }
}
