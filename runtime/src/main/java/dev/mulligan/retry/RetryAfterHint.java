package dev.mulligan.retry;

import dev.mulligan.http.RetryAfter;
import dev.mulligan.log.Log;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a server asks to wait, read from what a client returned or threw. What is malformed is
 * ignored.
 */
final class RetryAfterHint {

  private static final String HEADER = "Retry-After";

  private final Clock clock;
  private final Log log;

  RetryAfterHint(Clock clock, Log log) {
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
      return subject == null ? Duration.ZERO : asked(subject);
    } catch (Throwable e) { // thrown by the client's own code
      log.warnOnce("Retry-After can't be read: " + ExceptionText.of(e));
      return Duration.ZERO;
    }
  }

  private Duration asked(Object subject) {
    return header(subject)
        .flatMap(value -> RetryAfter.parse(value, clock.instant()))
        .orElse(Duration.ZERO);
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

  private static final class FirstOfCauses {
    private Optional<String> found = Optional.empty();

    boolean matches(Throwable cause) {
      found = HeaderSources.find(cause, HEADER);
      return found.isPresent();
    }
  }
}
