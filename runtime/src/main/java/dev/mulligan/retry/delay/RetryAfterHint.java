package dev.mulligan.retry.delay;

import dev.mulligan.http.RetryAfter;
import dev.mulligan.log.Log;
import dev.mulligan.retry.inspect.Accessors;
import dev.mulligan.retry.inspect.CauseChain;
import dev.mulligan.retry.inspect.ExceptionText;
import dev.mulligan.retry.inspect.NotHeldException;
import dev.mulligan.retry.inspect.PropertyReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a client's result or exception how long the server asks to wait. Ignores malformed
 * hints.
 */
public final class RetryAfterHint {

  private static final String HEADER = "Retry-After";
  private static final String DATE = "Date";

  private final Clock clock;
  private final Log log;

  public RetryAfterHint(Clock clock, Log log) {
    this.clock = clock;
    this.log = log;
  }

  /**
   * Returns the delay that a response, an exception or one of its causes requests.
   *
   * @return zero if there is no hint
   */
  public Duration of(DelaySource source, @Nullable Object subject) {
    if (subject == null) {
      return Duration.ZERO;
    }
    try {
      return source.property().isEmpty()
          ? fromHeader(subject)
          : fromProperty(source.property().get(), subject);
    } catch (NotHeldException e) {
      log.warnOnce("The server's retry hint cannot be read: " + e.getMessage());
    } catch (Throwable e) { // thrown by the client's own code
      log.warnOnce("The server's retry hint cannot be read: " + ExceptionText.of(e));
    }
    return Duration.ZERO;
  }

  private Duration fromHeader(Object subject) {
    return first(subject, at -> HeaderSources.find(at, HEADER))
        .flatMap(value -> RetryAfter.parse(value, timeAtServer(subject)))
        .orElse(Duration.ZERO);
  }

  private Instant timeAtServer(Object subject) {
    Optional<String> date = first(subject, at -> HeaderSources.find(at, DATE));
    return RetryAfter.timeAtServer(date, clock.instant());
  }

  private Duration fromProperty(String name, Object subject) {
    Optional<Object> owner = first(subject, at -> owner(at, name));
    if (owner.isEmpty()) {
      warnOfMissing(name, subject);
      return Duration.ZERO;
    }
    Object value = PropertyReader.read(owner.get(), name);
    Optional<Duration> hint = HintValue.of(name, value, clock.instant());
    if (hint.isEmpty() && value != null) {
      throw new NotHeldException(
          "'%s' of %s is of class %s, which is not a time to wait"
              .formatted(name, owner.get().getClass().getName(), value.getClass().getName()));
    }
    return hint.orElse(Duration.ZERO);
  }

  private static Optional<Object> owner(Object at, String name) {
    int dot = name.indexOf('.');
    String first = dot < 0 ? name : name.substring(0, dot);
    return Accessors.property(at, first).map(found -> at);
  }

  /** Does not warn about the JDK's own exceptions: a failed connection has no hint. */
  private void warnOfMissing(String name, Object subject) {
    String type = subject.getClass().getName();
    if (!(subject instanceof Throwable && type.startsWith("java."))) {
      log.warnOnce(
          "The server's retry hint cannot be read: "
              + type
              + " has no public '"
              + name
              + "' to read");
    }
  }

  /** Returns what the function finds in the subject, or else in the first of its causes. */
  private static <T> Optional<T> first(Object subject, Function<Object, Optional<T>> find) {
    Optional<T> direct = find.apply(subject);
    if (direct.isPresent() || !(subject instanceof Throwable thrown)) {
      return direct;
    }
    FirstOfCauses<T> first = new FirstOfCauses<>(find);
    CauseChain.anyCause(thrown, first::matches);
    return first.found;
  }

  private static final class FirstOfCauses<T> {
    private final Function<Object, Optional<T>> find;
    private Optional<T> found = Optional.empty();

    FirstOfCauses(Function<Object, Optional<T>> find) {
      this.find = find;
    }

    boolean matches(Throwable cause) {
      found = find.apply(cause);
      return found.isPresent();
    }
  }
}
