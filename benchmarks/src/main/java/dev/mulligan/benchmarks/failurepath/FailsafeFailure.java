package dev.mulligan.benchmarks.failurepath;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;

/** A call through Failsafe, with one shared executor and no delay. */
public class FailsafeFailure extends FailurePath {

  private final FailsafeExecutor<Long> executor =
      Failsafe.with(RetryPolicy.<Long>builder().withMaxAttempts(ATTEMPTS).build());

  @Override
  long reserve(int article) {
    return executor.get(() -> warehouse.reserve(article));
  }
}
