package dev.mulligan.setting;

import dev.mulligan.text.HumanDuration;
import java.time.Duration;

/** Validates settings and throws if a value is out of range. */
public final class Check {

  /** The maximum of a {@code long} in nanoseconds: about 292 years. */
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private Check() {}

  /**
   * @throws SettingException for a duration that is negative or longer than 292 years
   */
  public static void duration(Setting setting, Duration value) {
    if (value.isNegative()) {
      throw refused(setting, " must not be negative, was " + HumanDuration.of(value));
    }
    if (value.compareTo(LONGEST) > 0) {
      throw refused(
          setting,
          " must be at most "
              + HumanDuration.of(LONGEST)
              + " (292 years), was "
              + HumanDuration.of(value));
    }
  }

  /**
   * @throws SettingException as {@link #duration} does, and for zero
   */
  public static void positive(Setting setting, Duration value) {
    duration(setting, value);
    require(!value.isZero(), setting, " must be more than 0");
  }

  /**
   * @throws SettingException if value is less than lower
   */
  public static void notLess(
      Setting setting, Duration value, Setting lowerSetting, Duration lower) {
    if (value.compareTo(lower) < 0) {
      throw SettingException.of(
          setting,
          " must be at least ",
          lowerSetting,
          " (" + HumanDuration.of(lower) + "), was " + HumanDuration.of(value));
    }
  }

  /**
   * @throws SettingException if value is less than least
   */
  public static void atLeast(int least, Setting setting, int value) {
    if (value < least) {
      throw refused(setting, " must be at least " + least + ", was " + value);
    }
  }

  /**
   * @throws SettingException if value is less than least, infinite or not a number
   */
  public static void atLeast(int least, Setting setting, double value) {
    if (value < least || !Double.isFinite(value)) {
      throw refused(setting, " must be at least " + least + ", was " + number(value));
    }
  }

  /**
   * @throws SettingException if the condition is false
   */
  public static void require(boolean holds, Setting setting, String otherwise) {
    if (!holds) {
      throw refused(setting, otherwise);
    }
  }

  /**
   * @throws SettingException if the condition is false
   */
  public static void require(boolean holds, Setting setting, String otherwise, Setting other) {
    if (!holds) {
      throw SettingException.of(setting, otherwise, other, "");
    }
  }

  /**
   * Validates a value that is not a {@link Setting}.
   *
   * @throws IllegalArgumentException if the condition is false
   */
  public static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static SettingException refused(Setting setting, String predicate) {
    return SettingException.of(setting, predicate);
  }

  /** Formats a number as a user writes it: {@code 3} rather than {@code 3.0}. */
  public static String number(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
