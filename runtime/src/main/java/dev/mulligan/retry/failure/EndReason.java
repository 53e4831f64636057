package dev.mulligan.retry.failure;

import dev.mulligan.retry.budget.RetryBudget;

/** Why a call was not tried once more. The first four are MicroProfile Fault Tolerance's. */
public enum EndReason {
  VALUE_RETURNED("valueReturned"),
  EXCEPTION_NOT_RETRYABLE("exceptionNotRetryable"),
  MAX_RETRIES_REACHED("maxRetriesReached"),
  MAX_DURATION_REACHED("maxDurationReached"),
  /** Too many attempts fail: see {@link RetryBudget}. */
  BUDGET_SPENT("budgetSpent"),
  /** The call was made on an event-loop thread, which must not wait. */
  EVENT_LOOP("eventLoop"),
  /** The thread was interrupted before or during the back-off. */
  INTERRUPTED("interrupted"),
  /** The caller cancelled what an asynchronous method had returned. */
  CANCELLED("cancelled"),
  /** Another rule, further in on the same call chain, had already given up on this exception. */
  NESTED_EXHAUSTED("nestedExhausted"),
  /** A guard of the rule did not let the next attempt start. */
  REFUSED("refused"),
  /** The JVM ends, or the agent is detached. */
  SHUTDOWN("shutdown");

  private final String label;

  EndReason(String label) {
    this.label = label;
  }

  /** The name in notifications, metrics and logs. */
  public String label() {
    return label;
  }
}
