package dev.mulligan.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Parses {@code Retry-After} as seconds or as a date (RFC 9110 §10.2.3). */
public final class RetryAfter {

  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /**
   * Returns how long to wait.
   *
   * @param now compared with a date; a date in the past gives zero
   * @return empty if the header is neither
   */
  public static Optional<Duration> parse(String header, Instant now) {
    String value = header.strip();
    boolean isNumber = !value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Optional.of(seconds(value)) : untilDate(value, now);
  }

  /**
   * Returns the time at the server, so that its dates are compared with its own clock: this
   * machine's may be wrong.
   *
   * @param date its {@code Date} header, if there is one
   * @param here the time on this machine, used if there is no readable date
   */
  public static Instant timeAtServer(Optional<String> date, Instant here) {
    return date.flatMap(text -> HttpDate.parse(text.strip(), here)).orElse(here);
  }

  private static Duration seconds(String digits) {
    return Duration.ofSeconds(
        digits.length() <= MOST_DIGITS ? Long.parseLong(digits) : 999_999_999L);
  }

  private static Optional<Duration> untilDate(String value, Instant now) {
    return HttpDate.parse(value, now)
        .map(date -> Duration.between(now, date))
        .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }
}
