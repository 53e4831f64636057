package dev.mulligan.weave;

import dev.mulligan.retry.CallId;
import dev.mulligan.retry.Operation;

/** A further attempt of an asynchronous call, which calls the method once more. */
record RepeatedAttempt(CallId id, Operation operation, int attempt) implements RunningCall {}
