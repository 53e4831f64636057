package dev.mulligan.guard.settings;

import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import java.time.Duration;
import java.util.Optional;

/**
 * What a rule asks for around its calls.
 *
 * @param timeout of each attempt; more than 0
 */
public record GuardSettings(
    Optional<Duration> timeout,
    Optional<CircuitBreakerSettings> circuitBreaker,
    Optional<RateLimitSettings> rateLimit,
    Optional<BulkheadSettings> bulkhead,
    Fallback fallback) {

  /** A rule that only retries. */
  public static final GuardSettings NONE =
      new GuardSettings(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new Fallback.None());

  /**
   * @throws dev.mulligan.setting.SettingException for a time-out out of its range
   */
  public GuardSettings {
    if (timeout.isPresent()) {
      Check.positive(Setting.TIMEOUT, timeout.get());
    }
  }

  /** Whether calls must be seen when they begin. */
  public boolean limitsCalls() {
    return timeout.isPresent()
        || circuitBreaker.isPresent()
        || rateLimit.isPresent()
        || bulkhead.isPresent();
  }

  /** Whether there is nothing around the retry. */
  public boolean isEmpty() {
    return !limitsCalls() && fallback instanceof Fallback.None;
  }

  /**
   * Whether guards of these settings may go on as guards of the others, with what they have
   * counted. Not by {@code equals}: that of a record goes through method handles which the JDK
   * keeps in a static field, and with them, on JDK 17, our class loader after a detach.
   */
  public boolean haveSameStateAs(GuardSettings other) {
    return stateful().equals(other.stateful());
  }

  private String stateful() {
    return circuitBreaker.map(CircuitBreakerSettings::identity).orElse("")
        + "|"
        + rateLimit.map(RateLimitSettings::identity).orElse("")
        + "|"
        + bulkhead.map(BulkheadSettings::identity).orElse("");
  }
}
