package dev.mulligan.rules.value;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Parses durations of the rule file: {@code 250ms}, {@code 1.5s}, {@code 10m}, {@code 2h},
 * ISO-8601.
 */
public final class DurationParser {

  private static final String FORMS = "write it as 250ms, 1.5s, 10m, 2h or PT2S";
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int MOST_DECIMALS = 9;

  /** A text is not a valid duration. */
  public static final class NotADurationException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Optional<String> suggestion;

    NotADurationException(String message, Optional<String> suggestion) {
      super(message);
      this.suggestion = suggestion;
    }

    /** The duration that was probably intended. */
    Optional<String> suggestion() {
      return suggestion;
    }
  }

  private final String text;
  private final int unitStart;

  private DurationParser(String text) {
    this.text = text;
    int end = 0;
    while (end < text.length() && isPartOfNumber(text.charAt(end))) {
      end++;
    }
    this.unitStart = end;
  }

  /** Parses a duration; the result is never negative. */
  public static Duration parse(String text) throws NotADurationException {
    String stripped = text.strip();
    if (stripped.startsWith("-")) {
      throw new NotADurationException("is negative: a duration is 0 or more", Optional.empty());
    }
    if (stripped.startsWith("P") || stripped.startsWith("p")) {
      return parseIso(stripped);
    }
    return new DurationParser(stripped).parse();
  }

  private static Duration parseIso(String text) throws NotADurationException {
    try {
      Duration duration = Duration.parse(text);
      if (duration.isNegative()) {
        throw new NotADurationException("is negative: a duration is 0 or more", Optional.empty());
      }
      return duration;
    } catch (DateTimeException | ArithmeticException e) {
      throw new NotADurationException("is not an ISO-8601 duration: " + FORMS, Optional.empty());
    }
  }

  private Duration parse() throws NotADurationException {
    String unit = text.substring(unitStart);
    long nanosPerUnit =
        switch (unit) {
          case "ms" -> 1_000_000L;
          case "s" -> NANOS_PER_SECOND;
          case "m" -> 60 * NANOS_PER_SECOND;
          case "h" -> 3_600 * NANOS_PER_SECOND;
          default -> throw unknownUnit(unit.strip());
        };
    return times(nanosPerUnit);
  }

  private Duration times(long nanosPerUnit) throws NotADurationException {
    int point = text.indexOf('.');
    int wholeEnd = point < 0 ? unitStart : point;
    String decimals = point < 0 ? "" : text.substring(point + 1, unitStart);
    if (wholeEnd == 0 || decimals.indexOf('.') >= 0 || (point >= 0 && decimals.isEmpty())) {
      throw new NotADurationException("is not a duration: " + FORMS, Optional.empty());
    }
    if (decimals.length() > MOST_DECIMALS) {
      throw new NotADurationException("has more than 9 decimals", Optional.empty());
    }
    try {
      long whole = Long.parseLong(text.substring(0, wholeEnd));
      long unitNanos = Math.multiplyExact(whole, nanosPerUnit);
      return Duration.ofNanos(Math.addExact(unitNanos, fraction(decimals, nanosPerUnit)));
    } catch (ArithmeticException | NumberFormatException e) {
      throw new NotADurationException("is longer than 292 years", Optional.empty());
    }
  }

  private static long fraction(String decimals, long nanosPerUnit) {
    long nanos = 0;
    long rest = nanosPerUnit;
    for (int i = 0; i < decimals.length(); i++) {
      long digit = Character.digit(decimals.charAt(i), 10);
      nanos += digit * rest / 10;
      rest /= 10;
    }
    return nanos;
  }

  private NotADurationException unknownUnit(String unit) {
    String number = text.substring(0, unitStart);
    if (number.isEmpty()) {
      return new NotADurationException("is not a duration: " + FORMS, Optional.empty());
    }
    String meant =
        switch (unit.toLowerCase(Locale.ROOT)) {
          case "", "s", "sec", "secs", "second", "seconds" -> "s";
          case "ms", "msec", "milli", "millis", "milliseconds" -> "ms";
          case "m", "min", "mins", "minute", "minutes" -> "m";
          case "h", "hr", "hrs", "hour", "hours" -> "h";
          default -> "";
        };
    return new NotADurationException(
        unit.isEmpty()
            ? "has no unit"
            : "is not a duration" + (meant.isEmpty() ? ": " + FORMS : ""),
        meant.isEmpty() ? Optional.empty() : Optional.of(number + meant));
  }

  private static boolean isPartOfNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }
}
