package dev.mulligan.retry;

import dev.mulligan.text.HumanDuration;
import java.time.Duration;

/** Refuses values that no strategy can work with, in the words of the rule file's keys. */
public final class Check {

  /** What a long of nanoseconds holds: about 292 years. */
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private Check() {}

  public static void duration(String key, Duration value) {
    if (value.isNegative()) {
      throw refused(key + " must not be negative, was " + HumanDuration.of(value));
    }
    if (value.compareTo(LONGEST) > 0) {
      throw refused(
          key
              + " must be at most "
              + HumanDuration.of(LONGEST)
              + " (292 years), was "
              + HumanDuration.of(value));
    }
  }

  static void notLess(String key, Duration value, String lowerKey, Duration lower) {
    if (value.compareTo(lower) < 0) {
      throw refused(
          String.format(
              "%s must be at least %s (%s), was %s",
              key, lowerKey, HumanDuration.of(lower), HumanDuration.of(value)));
    }
  }

  static void multiplier(double value) {
    if (value < 1 || !Double.isFinite(value)) {
      throw refused("multiplier must be at least 1, was " + number(value));
    }
  }

  public static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw refused(otherwise);
    }
  }

  private static IllegalArgumentException refused(String message) {
    return new IllegalArgumentException(message);
  }

  /** A number as it was written: {@code 3} rather than {@code 3.0}. */
  static String number(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
