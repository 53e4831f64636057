package dev.mulligan.rules.value;

import dev.mulligan.retry.listener.RetryRate;
import java.time.Duration;
import java.util.Optional;

/** Parses rates of the rule file: {@code 10/s}, {@code 20/min}, {@code 0.5/h}. */
public final class RateParser {

  public static final String FORMS = "a rate such as 10/s, 20/min or 5/h";
  public static final String FORMS_OF_RETRIES =
      "a rate of 1 or more retries such as 10/s, 100/min or 500/h";

  private RateParser() {}

  /** A number of events in each period. */
  public record Rate(double number, Duration period) {
    /** Whether the number is a whole number in the range of int. */
    boolean isWhole() {
      return number == (int) number;
    }
  }

  /** Parses a rate per second; empty if the text is not a rate. */
  public static Optional<Double> perSecond(String text) {
    Optional<Rate> rate = parse(text);
    return rate.isEmpty()
        ? Optional.empty()
        : Optional.of(rate.get().number() / rate.get().period().toSeconds());
  }

  /** Parses a rate; empty if the text is not a rate. */
  public static Optional<Rate> parse(String text) {
    int slash = text.indexOf('/');
    Optional<Double> number =
        slash < 1 || !Character.isDigit(text.charAt(0))
            ? Optional.empty()
            : Numbers.decimal(text.substring(0, slash).strip());
    if (number.isEmpty()) {
      return Optional.empty();
    }
    return switch (text.substring(slash + 1).strip()) {
      case "s" -> Optional.of(new Rate(number.get(), Duration.ofSeconds(1)));
      case "min" -> Optional.of(new Rate(number.get(), Duration.ofMinutes(1)));
      case "h" -> Optional.of(new Rate(number.get(), Duration.ofHours(1)));
      default -> Optional.empty();
    };
  }

  /** Parses a rate of retries; empty if its number is not a whole number of 1 or more. */
  public static Optional<RetryRate> retries(String text) {
    Optional<Rate> rate = parse(text);
    if (rate.isEmpty() || rate.get().number() < 1 || !rate.get().isWhole()) {
      return Optional.empty();
    }
    return Optional.of(new RetryRate((int) rate.get().number(), rate.get().period()));
  }

  /** The correct form of the rate that was probably intended. */
  public static Optional<String> meant(String text) {
    int slash = text.indexOf('/');
    String number = (slash < 0 ? text : text.substring(0, slash)).strip();
    String unit = slash < 0 ? "" : text.substring(slash + 1).strip();
    String right =
        switch (unit) {
          case "", "sec", "second", "seconds" -> "s";
          case "m", "minute", "minutes" -> "min";
          case "hour", "hours" -> "h";
          default -> "";
        };
    return right.isEmpty()
        ? Optional.empty()
        : Optional.of(number + "/" + right).filter(rate -> perSecond(rate).isPresent());
  }
}
