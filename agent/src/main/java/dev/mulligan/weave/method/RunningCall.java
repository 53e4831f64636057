package dev.mulligan.weave.method;

import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.strategy.Operation;

/** A call with more than one attempt, which the application may query. */
public interface RunningCall {

  CallId id();

  Operation operation();

  /** The number of the attempt that runs now. */
  int attempt();
}
