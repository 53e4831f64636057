package dev.mulligan.text;

import java.time.Duration;
import java.util.Locale;

/** A duration as people read it: {@code 250ms}, {@code 2.5s}, {@code 3m 20s}, {@code 2h 5m}. */
public final class HumanDuration {

  private HumanDuration() {}

  public static String of(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1_000) {
      return millis + "ms";
    }
    if (millis < 60_000) {
      return seconds(millis);
    }
    if (duration.toHours() == 0) {
      return duration.toMinutes() + "m" + rest(duration.toSecondsPart(), "s");
    }
    return duration.toHours() + "h" + rest(duration.toMinutesPart(), "m");
  }

  private static String seconds(long millis) {
    return millis % 1_000 == 0
        ? millis / 1_000 + "s"
        : String.format(Locale.ROOT, "%.1fs", millis / 1_000.0);
  }

  private static String rest(int amount, String unit) {
    return amount == 0 ? "" : " " + amount + unit;
  }
}
