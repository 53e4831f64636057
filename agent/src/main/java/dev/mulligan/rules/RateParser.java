package dev.mulligan.rules;

import java.time.Duration;
import java.util.Optional;

/** Rates of the rule file: {@code 10/s}, {@code 20/min}, {@code 0.5/h}. */
final class RateParser {

  static final String FORMS = "a rate such as 10/s, 20/min or 5/h";

  private RateParser() {}

  /** So many in each period. */
  record Rate(double number, Duration period) {}

  /** Empty for what is no rate. */
  static Optional<Double> perSecond(String text) {
    Optional<Rate> rate = parse(text);
    return rate.isEmpty()
        ? Optional.empty()
        : Optional.of(rate.get().number() / rate.get().period().toSeconds());
  }

  /** Empty for what is no rate. */
  static Optional<Rate> parse(String text) {
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

  /** The right spelling of what was probably meant. */
  static Optional<String> meant(String text) {
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
