package dev.mulligan.setting;

import java.util.Locale;

/** What can be set, in a rule file or with a builder, to a value out of its range. */
public enum Setting {
  // A strategy.
  MAX_ATTEMPTS,
  MAX_DURATION,
  RETRY_ON,
  JITTER,
  // A back-off.
  INITIAL,
  INCREMENT,
  MULTIPLIER,
  MIN,
  MAX,
  // A budget, and the alert about a rate of retries.
  TOKENS,
  SUCCESS_RATIO,
  REFILL,
  RETRIES,
  PER,
  // The guards.
  TIMEOUT,
  FAILURE_RATE,
  WINDOW,
  MINIMUM_CALLS,
  DELAY,
  SUCCESS_THRESHOLD,
  PERMITS,
  PERIOD,
  MAX_WAIT,
  MAX_CONCURRENCY,
  // HTTP and the delivery of notifications.
  CALL_TIMEOUT,
  CONNECT_TIMEOUT,
  READ_TIMEOUT,
  PROXY,
  MAX_SIZE,
  STORM_CAP;

  /** The key in a rule file: {@code max-attempts}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name of a builder's method, or of a parameter: {@code maxAttempts}. */
  public String javaName() {
    StringBuilder name = new StringBuilder();
    for (String word : name().split("_", -1)) {
      name.append(
          name.length() == 0
              ? word.toLowerCase(Locale.ROOT)
              : word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }
}
