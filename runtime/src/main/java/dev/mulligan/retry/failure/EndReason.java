package dev.mulligan.retry.failure;

import dev.mulligan.retry.budget.RetryBudget;

/** Why the attempts of a call ended. The first four are MicroProfile Fault Tolerance's. */
public enum EndReason {
  VALUE_RETURNED("valueReturned"),
  EXCEPTION_NOT_RETRYABLE("exceptionNotRetryable"),
  MAX_RETRIES_REACHED("maxRetriesReached"),
  MAX_DURATION_REACHED("maxDurationReached"),
  /** The retry budget is spent: see {@link RetryBudget}. */
  BUDGET_SPENT("budgetSpent"),
  /** The call ran on an event-loop thread, which must not sleep. */
  EVENT_LOOP("eventLoop"),
  /** The thread was interrupted before or during the back-off. */
  INTERRUPTED("interrupted"),
  /** The caller cancelled the result of an asynchronous method. */
  CANCELLED("cancelled"),
  /** An inner rule on the same call chain had already given up on this exception. */
  NESTED_EXHAUSTED("nestedExhausted"),
  /** An argument of the call can be read only once. */
  NOT_REPEATABLE("notRepeatable"),
  /** A guard of the rule refused the next attempt. */
  REFUSED("refused"),
  /** The JVM shuts down, or the agent is detached. */
  SHUTDOWN("shutdown");

  private final String label;

  EndReason(String label) {
    this.label = label;
  }

  /** Returns the name in notifications, metrics and logs. */
  public String label() {
    return label;
  }
}
