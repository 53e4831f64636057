package dev.mulligan.retry;

import java.time.Duration;

/** How the delay grows from attempt to attempt, before jitter. */
public sealed interface Backoff {

  record Fixed(Duration initial) implements Backoff {}

  record Linear(Duration initial, Duration increment, Duration max) implements Backoff {}

  record Exponential(Duration initial, double multiplier, Duration max) implements Backoff {}

  /** Full jitter: uniform(min, min(initial·multiplier^(n−1), max)). */
  record RandomExponential(Duration min, Duration initial, double multiplier, Duration max)
      implements Backoff {}

  record Random(Duration min, Duration max) implements Backoff {}

  record Fibonacci(Duration initial, Duration max) implements Backoff {}

  record Decorrelated(Duration initial, Duration max) implements Backoff {}
}
