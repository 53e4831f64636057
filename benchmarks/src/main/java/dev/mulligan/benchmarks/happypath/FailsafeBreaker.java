package dev.mulligan.benchmarks.happypath;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import java.time.Duration;

/** A call through Failsafe with one shared executor. */
public class FailsafeBreaker extends BreakerPath {

  private final FailsafeExecutor<Long> executor =
      Failsafe.with(
          CircuitBreaker.<Long>builder()
              .withFailureThreshold(WINDOW / 2, WINDOW)
              .withDelay(Duration.ofHours(1))
              .build());

  @Override
  long price(int article) {
    return executor.get(() -> prices.price(article));
  }
}
