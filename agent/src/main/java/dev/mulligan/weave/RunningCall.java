package dev.mulligan.weave;

import dev.mulligan.retry.CallId;
import dev.mulligan.retry.Operation;

/** A call with more than one attempt, of which the application may ask. */
interface RunningCall {

  CallId id();

  Operation operation();

  /** The number of the attempt that runs now. */
  int attempt();
}
