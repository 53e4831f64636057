package dev.mulligan.retry.delay;

import java.util.random.RandomGenerator;

/** The arithmetic of delays in nanoseconds: it stops at a limit where it would overflow. */
public final class SaturatingMath {

  private SaturatingMath() {}

  /** min(initial·multiplier^(attempt−1), max). */
  static long exponential(long initial, double multiplier, int attempt, long max) {
    if (initial == 0) {
      return 0; // else 0 · ∞ for a late attempt
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

  /** From low, included, to high, excluded; low where both are the same. */
  static long uniform(long low, long high, RandomGenerator random) {
    return low + (long) (random.nextDouble() * (high - low));
  }

  /** Nanoseconds of a factor that is 0 or more; the greatest long at most. */
  static long times(double factor, long nanos) {
    return Math.round(factor * nanos); // saturates
  }

  /** The sum of two numbers that are 0 or more; the greatest long at most. */
  public static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
