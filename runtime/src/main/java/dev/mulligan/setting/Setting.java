package dev.mulligan.setting;

import java.util.Locale;

/** A setting with a limited range, in a rule file or a builder. */
public enum Setting {
  // Strategies.
  MAX_ATTEMPTS,
  MAX_DURATION,
  RETRY_ON,
  JITTER,
  // Back-offs.
  INITIAL,
  INCREMENT,
  MULTIPLIER,
  MIN,
  MAX,
  // Retry budgets and the retry-rate alert.
  TOKENS,
  SUCCESS_RATIO,
  REFILL,
  RETRIES,
  PER,
  // Guards.
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
  STORM_CAP,
  SHUTDOWN_TIMEOUT;

  /** Returns the key in a rule file: {@code max-attempts}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the name of a builder's method or parameter: {@code maxAttempts}. */
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
