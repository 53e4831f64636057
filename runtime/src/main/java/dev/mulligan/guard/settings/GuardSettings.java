package dev.mulligan.guard.settings;

import dev.mulligan.setting.Check;
import dev.mulligan.setting.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The guards of a rule.
 *
 * @param timeout of each attempt; more than 0
 */
public record GuardSettings(
    Optional<Duration> timeout,
    Optional<CircuitBreakerSettings> circuitBreaker,
    Optional<RateLimitSettings> rateLimit,
    Optional<BulkheadSettings> bulkhead,
    Fallback fallback) {

  /** The settings of a rule that only retries. */
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

  /** Whether a guard needs to see each call at its start. */
  boolean limitsCalls() {
    return timeout.isPresent()
        || circuitBreaker.isPresent()
        || rateLimit.isPresent()
        || bulkhead.isPresent();
  }

  /** The keys of a rule file with which these are set. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    addIf(timeout.isPresent(), "timeout", keys);
    addIf(circuitBreaker.isPresent(), "circuit-breaker", keys);
    addIf(rateLimit.isPresent(), "rate-limit", keys);
    addIf(bulkhead.isPresent(), "bulkhead", keys);
    addIf(!(fallback instanceof Fallback.None), "fallback", keys);
    return keys;
  }

  private static void addIf(boolean set, String key, List<String> keys) {
    if (set) {
      keys.add(key);
    }
  }

  /** Whether there are neither guards nor a fallback. */
  public boolean isEmpty() {
    return !limitsCalls() && fallback instanceof Fallback.None;
  }

  /**
   * Whether guards with these settings may continue with the others and keep their state. Not
   * {@code equals}: the generated one of a record uses method handles that the JDK keeps in a
   * static field, and on JDK 17 they keep our class loader in memory after a detach.
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
