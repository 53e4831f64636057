package dev.mulligan.retry.delay;

import dev.mulligan.http.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Converts a property's value into the time to wait. */
final class HintValue {

  private static final double MOST_SECONDS = 999_999_999;
  private static final double NANOS = 1e9;

  private HintValue() {}

  /**
   * Accepts durations, numbers of seconds, times, dates, and texts in the syntax of {@code
   * Retry-After}. Returns zero for null and for times in the past.
   *
   * @param name of the property: numbers are milliseconds if it ends in Millis or Ms
   * @return empty for any other value
   */
  static Optional<Duration> of(String name, @Nullable Object value, Instant now) {
    Object held = unwrapped(value);
    if (held == null) {
      return Optional.of(Duration.ZERO);
    }
    if (held instanceof Number number) {
      return ofSeconds(number.doubleValue() / (isInMillis(name) ? 1_000 : 1));
    }
    if (held instanceof Duration duration) {
      return Optional.of(atLeastZero(duration));
    }
    if (held instanceof CharSequence text) {
      return RetryAfter.parse(text.toString(), now);
    }
    return time(held).map(time -> atLeastZero(Duration.between(now, time)));
  }

  private static @Nullable Object unwrapped(@Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.orElse(null);
    }
    if (value instanceof OptionalLong optional) {
      return optional.isPresent() ? (Object) optional.getAsLong() : null;
    }
    if (value instanceof OptionalInt optional) {
      return optional.isPresent() ? (Object) optional.getAsInt() : null;
    }
    return value;
  }

  private static boolean isInMillis(String name) {
    return name.endsWith("Millis") || name.endsWith("Ms");
  }

  private static Optional<Duration> ofSeconds(double seconds) {
    if (Double.isNaN(seconds)) {
      return Optional.empty();
    }
    double bounded = Math.max(0, Math.min(seconds, MOST_SECONDS));
    return Optional.of(Duration.ofNanos((long) (bounded * NANOS)));
  }

  @SuppressWarnings("JavaUtilDate") // older clients return dates
  private static Optional<Instant> time(Object value) {
    if (value instanceof Instant time) {
      return Optional.of(time);
    }
    if (value instanceof OffsetDateTime time) {
      return Optional.of(time.toInstant());
    }
    if (value instanceof ZonedDateTime time) {
      return Optional.of(time.toInstant());
    }
    return value instanceof Date date
        ? Optional.of(Instant.ofEpochMilli(date.getTime()))
        : Optional.empty();
  }

  private static Duration atLeastZero(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
