package dev.mulligan.benchmarks.happypath;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.time.Duration;

/** A call through Failsafe with one shared executor. */
public class FailsafeCall extends HappyPath {

  private final FailsafeExecutor<Long> executor =
      Failsafe.with(
          RetryPolicy.<Long>builder().withMaxAttempts(3).withDelay(Duration.ofMillis(1)).build());

  @Override
  long price(int article) {
    return executor.get(() -> prices.price(article));
  }
}
