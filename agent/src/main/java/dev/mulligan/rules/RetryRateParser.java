package dev.mulligan.rules;

import dev.mulligan.retry.RetryRate;
import java.time.Duration;
import java.util.Optional;

/** Rates of retries: {@code 100/min}, whole numbers of 1 or more. */
final class RetryRateParser {

  static final String FORMS = "a rate of 1 or more retries such as 10/s, 100/min or 500/h";

  private static final int MOST_DIGITS = 9;

  private RetryRateParser() {}

  /** Empty for what is no such rate. */
  static Optional<RetryRate> parse(String text) {
    int slash = text.indexOf('/');
    int retries = slash < 0 ? 0 : whole(text.substring(0, slash).strip());
    if (retries < 1) {
      return Optional.empty();
    }
    return switch (text.substring(slash + 1).strip()) {
      case "s" -> Optional.of(new RetryRate(retries, Duration.ofSeconds(1)));
      case "min" -> Optional.of(new RetryRate(retries, Duration.ofMinutes(1)));
      case "h" -> Optional.of(new RetryRate(retries, Duration.ofHours(1)));
      default -> Optional.empty();
    };
  }

  /** 0 for what is no whole number. */
  private static int whole(String text) {
    if (text.isEmpty() || text.length() > MOST_DIGITS) {
      return 0;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return 0;
      }
      number = number * 10 + (digit - '0');
    }
    return number;
  }
}
