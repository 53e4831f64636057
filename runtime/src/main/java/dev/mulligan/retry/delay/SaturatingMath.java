package dev.mulligan.retry.delay;

import java.util.random.RandomGenerator;

/** Saturating arithmetic for delays in nanoseconds: it returns a limit instead of overflowing. */
public final class SaturatingMath {

  private SaturatingMath() {}

  /** min(initial·multiplier^(attempt−1), max). */
  static long exponential(long initial, double multiplier, int attempt, long max) {
    if (initial == 0) {
      return 0; // avoids 0 · ∞ for a late attempt
    }
    double grown = initial * Math.pow(multiplier, attempt - 1.0);
    return grown >= max ? max : Math.round(grown);
  }

  /** min(initial·fibonacci(attempt), max). */
  static long fibonacci(long initial, int attempt, long max) {
    long before = 0;
    long delay = initial;
    for (int n = 1; n < attempt && delay != 0; n++) {
      if (delay > max - before) {
        return max;
      }
      long next = before + delay;
      before = delay;
      delay = next;
    }
    return delay;
  }

  /** Returns a random number from low, inclusive, to high, exclusive; low if both are equal. */
  static long uniform(long low, long high, RandomGenerator random) {
    return low + (long) (random.nextDouble() * (high - low));
  }

  /** Multiplies with a factor of 0 or more; at most {@link Long#MAX_VALUE}. */
  static long times(double factor, long nanos) {
    return Math.round(factor * nanos); // saturates
  }

  /** Adds two numbers of 0 or more; at most {@link Long#MAX_VALUE}. */
  public static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
