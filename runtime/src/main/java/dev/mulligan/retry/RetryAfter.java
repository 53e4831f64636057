package dev.mulligan.retry;

import dev.mulligan.log.Log;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a server asks to wait: the header {@code Retry-After} in both its forms, seconds and
 * date (RFC 9110, section 10.2.3). What is malformed is ignored.
 */
final class RetryAfter {

  private static final String HEADER = "Retry-After";
  private static final Pattern SECONDS = Pattern.compile("\\d+");

  /** More digits than any number of seconds that a Duration holds. */
  private static final int MOST_DIGITS = 18;

  private final Clock clock;
  private final Log log;

  RetryAfter(Clock clock, Log log) {
    this.clock = clock;
    this.log = log;
  }

  /**
   * The delay that an answer, an exception or one of its causes asks for.
   *
   * @return zero where nothing is asked
   */
  Duration of(@Nullable Object subject) {
    try {
      return subject == null
          ? Duration.ZERO
          : header(subject).map(this::parse).orElse(Duration.ZERO);
    } catch (Throwable e) { // thrown by the client's own code
      log.warnOnce("Retry-After can't be read: " + ExceptionText.of(e));
      return Duration.ZERO;
    }
  }

  private static Optional<String> header(Object subject) {
    Optional<String> direct = HeaderSources.find(subject, HEADER);
    if (direct.isPresent() || !(subject instanceof Throwable thrown)) {
      return direct;
    }
    FirstOfCauses first = new FirstOfCauses();
    CauseChain.anyCause(thrown, first::matches);
    return first.found;
  }

  Duration parse(String value) {
    String text = value.strip();
    if (SECONDS.matcher(text).matches()) {
      return text.length() > MOST_DIGITS
          ? Duration.ofSeconds(Long.MAX_VALUE)
          : Duration.ofSeconds(Long.parseLong(text));
    }
    Instant now = clock.instant();
    return HttpDate.parse(text, now)
        .filter(date -> date.isAfter(now))
        .map(date -> Duration.between(now, date))
        .orElse(Duration.ZERO);
  }

  private static final class FirstOfCauses {
    private Optional<String> found = Optional.empty();

    boolean matches(Throwable cause) {
      found = HeaderSources.find(cause, HEADER);
      return found.isPresent();
    }
  }
}
