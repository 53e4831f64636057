package dev.mulligan.retry.delay;

import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Jitter: spreads a delay randomly, so that many callers do not retry at the same time. */
public sealed interface Jitter {

  /**
   * Spreads a delay; u in the formulas is uniform in [0, 1).
   *
   * @param nanos 0 or more
   * @return nanoseconds, 0 or more
   */
  long spread(long nanos, RandomGenerator random);

  /** No jitter. */
  record None() implements Jitter {
    @Override
    public long spread(long nanos, RandomGenerator random) {
      return nanos;
    }
  }

  /** u·delay. */
  record Full() implements Jitter {
    @Override
    public long spread(long nanos, RandomGenerator random) {
      return SaturatingMath.uniform(0, nanos, random);
    }
  }

  /** delay/2 + u·delay/2. */
  record Equal() implements Jitter {
    @Override
    public long spread(long nanos, RandomGenerator random) {
      return SaturatingMath.uniform(nanos / 2, nanos, random);
    }
  }

  /**
   * delay·(1 + (1−2u)·factor).
   *
   * @param factor from 0 to 1, otherwise {@link IllegalArgumentException}
   */
  record Factor(double factor) implements Jitter {
    public Factor {
      Check.require(
          factor >= 0 && factor <= 1,
          Setting.JITTER,
          " must be from 0 to 1, or a duration, was " + Check.number(factor));
    }

    @Override
    public long spread(long nanos, RandomGenerator random) {
      return SaturatingMath.times(1 + (1 - 2 * random.nextDouble()) * factor, nanos);
    }
  }

  /**
   * delay + (1−2u)·spread, and never below zero, even if the spread is greater than the delay.
   *
   * @param spread 0 or more and at most 292 years, otherwise {@link IllegalArgumentException}
   */
  record Spread(Duration spread) implements Jitter {
    public Spread {
      Check.duration(Setting.JITTER, spread);
    }

    @Override
    public long spread(long nanos, RandomGenerator random) {
      double moved = nanos + (1 - 2 * random.nextDouble()) * spread.toNanos();
      return Math.max(0, Math.round(moved));
    }
  }
}
