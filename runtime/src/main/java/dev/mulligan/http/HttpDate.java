package dev.mulligan.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Parses the three forms of a date in HTTP that a recipient must accept (RFC 9110, section 5.6.7).
 */
final class HttpDate {

  /** A two-digit year means one from 50 years ago to 49 years ahead. */
  private static final int YEARS_BACK = 50;

  private HttpDate() {}

  /**
   * @param now decides the century of a two-digit year
   * @return empty if the text is not a date
   */
  static Optional<Instant> parse(String text, Instant now) {
    for (DateTimeFormatter form : forms(now)) {
      try {
        return Optional.of(form.parse(text, Instant::from));
      } catch (DateTimeException notThisForm) {
        // Try the next form.
      }
    }
    return Optional.empty();
  }

  private static List<DateTimeFormatter> forms(Instant now) {
    int oldest = now.atOffset(ZoneOffset.UTC).getYear() - YEARS_BACK;
    DateTimeFormatter rfc850 =
        new DateTimeFormatterBuilder()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, oldest)
            .appendPattern(" HH:mm:ss 'GMT'")
            .toFormatter(Locale.US);
    return List.of(
        form(DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)),
        form(rfc850),
        form(DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.US)));
  }

  private static DateTimeFormatter form(DateTimeFormatter formatter) {
    return formatter.withZone(ZoneOffset.UTC);
  }
}
