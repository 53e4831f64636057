package dev.mulligan.retry.failure;

import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.retry.strategy.Operation;

/** An operation whose failure an earlier process notified, and that has not succeeded since. */
public record EarlierFailure(Operation operation, TaskIdentity task) {}
