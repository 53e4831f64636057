package dev.mulligan.weave.call;

import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.weave.method.RunningCall;

/** A further attempt of an asynchronous call, which calls the method again. */
record RepeatedAttempt(CallId id, Operation operation, int attempt) implements RunningCall {}
