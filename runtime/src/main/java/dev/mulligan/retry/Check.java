package dev.mulligan.retry;

import dev.mulligan.text.HumanDuration;
import java.time.Duration;

/** Refuses values that no strategy can work with, in the words of the rule file's keys. */
final class Check {

  /** What a long of nanoseconds holds: about 292 years. */
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private Check() {}

  static void duration(String key, Duration value) {
    require(!value.isNegative(), key + " must not be negative, was " + HumanDuration.of(value));
    require(
        value.compareTo(LONGEST) <= 0,
        key
            + " must be at most "
            + HumanDuration.of(LONGEST)
            + " (292 years), was "
            + HumanDuration.of(value));
  }

  static void notLess(String key, Duration value, String lowerKey, Duration lower) {
    require(
        value.compareTo(lower) >= 0,
        String.format(
            "%s must be at least %s (%s), was %s",
            key, lowerKey, HumanDuration.of(lower), HumanDuration.of(value)));
  }

  static void multiplier(double value) {
    require(
        value >= 1 && Double.isFinite(value),
        "multiplier must be at least 1, was " + number(value));
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** A number as it was written: {@code 3} rather than {@code 3.0}. */
  static String number(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
