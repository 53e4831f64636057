package dev.mulligan.weave.method;

import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.strategy.Operation;

/** A call with more than one attempt, of which the application may ask. */
public interface RunningCall {

  CallId id();

  Operation operation();

  /** The number of the attempt that runs now. */
  int attempt();
}
