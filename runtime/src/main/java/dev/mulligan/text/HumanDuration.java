package dev.mulligan.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Formats durations for people: {@code 0.25ms}, {@code 250ms}, {@code 2.5s}, {@code 1m 30s}, {@code
 * 2h 5m}, {@code 1d 3h}. Keeps whole milliseconds up to a minute, then the two greatest units.
 */
public final class HumanDuration {

  private static final Duration MILLISECOND = Duration.ofMillis(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private HumanDuration() {}

  public static String of(Duration duration) {
    return duration.isNegative() ? "-" + ofPositive(duration.negated()) : ofPositive(duration);
  }

  private static String ofPositive(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    if (duration.compareTo(MILLISECOND) < 0) {
      return decimal(BigDecimal.valueOf(duration.toNanos(), 6)) + "ms";
    }
    if (duration.compareTo(MINUTE) < 0) {
      return belowAMinute(duration.plusNanos(500_000).toMillis());
    }
    return twoUnits(duration.toSeconds());
  }

  private static String belowAMinute(long millis) {
    if (millis < 1_000) {
      return millis + "ms";
    }
    return millis < 60_000 ? decimal(BigDecimal.valueOf(millis, 3)) + "s" : "1m";
  }

  private static String twoUnits(long seconds) {
    if (seconds < 3_600) {
      return pair(seconds / 60, "m", seconds % 60, "s");
    }
    if (seconds < 86_400) {
      return pair(seconds / 3_600, "h", seconds % 3_600 / 60, "m");
    }
    return pair(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h");
  }

  private static String pair(long great, String greatUnit, long small, String smallUnit) {
    return great + greatUnit + (small == 0 ? "" : " " + small + smallUnit);
  }

  private static String decimal(BigDecimal value) {
    return value.setScale(3, RoundingMode.UP).stripTrailingZeros().toPlainString();
  }
}
