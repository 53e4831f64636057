package dev.mulligan.retry;

import java.util.random.RandomGenerator;

/** Randomness that always draws the same number from [0, 1). */
public final class FixedRandom {

  public static final RandomGenerator LOWEST = drawing(0);
  public static final RandomGenerator MIDDLE = drawing(0.5);
  public static final RandomGenerator HIGHEST = drawing(Math.nextDown(1.0));

  private FixedRandom() {}

  static RandomGenerator drawing(double u) {
    long bits = (long) (u * 0x1.0p53) << 11;
    return () -> bits; // RandomGenerator.nextDouble takes the upper 53 bits
  }
}
