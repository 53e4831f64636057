package dev.mulligan.retry;

import dev.mulligan.notify.TaskIdentity;

/** What is told and remembered when a call ends without success. */
final class Farewell {

  /** A call that ends. */
  interface Leaving {
    CallId id();

    FailedCall report();
  }

  private final FailureListener listener;
  private final NestedFailures nested;
  private final Incidents incidents;
  private final RetryLog log;

  Farewell(FailureListener listener, NestedFailures nested, Incidents incidents, RetryLog log) {
    this.listener = listener;
    this.nested = nested;
    this.incidents = incidents;
    this.log = log;
  }

  /**
   * Tells the listener and the log.
   *
   * @param failure the exception, or what was returned
   * @param toldBefore whether a rule further in has notified about the same exception
   * @param call asked only where somebody wants to know
   * @return whether a notification is on its way
   */
  boolean tell(
      Operation operation,
      Strategy strategy,
      EndReason reason,
      int attempts,
      Object failure,
      TaskIdentity task,
      boolean toldBefore,
      Leaving call) {
    boolean told =
        !toldBefore && isUsedUp(reason) && notifies(operation, strategy, failure, task, call);
    switch (reason) {
      case BUDGET_SPENT -> {} // said once for all calls
      case EVENT_LOOP -> log.refusedOnEventLoop(operation);
      case EXCEPTION_NOT_RETRYABLE, NESTED_EXHAUSTED -> {
        if (told || attempts > 1) {
          log.failed(operation, call, task, attempts, reason, told);
        }
      }
      default -> log.failed(operation, call, task, attempts, reason, told);
    }
    return told;
  }

  /** Lets rules further out know that the exception was given up on. */
  void remember(
      EndReason reason, int attempts, Throwable thrown, long thread, long nanos, boolean told) {
    boolean onlyTry =
        reason == EndReason.MAX_RETRIES_REACHED && attempts == 1; // multiplies nothing
    boolean knownAlready = reason == EndReason.NESTED_EXHAUSTED && !told;
    if (reason != EndReason.EXCEPTION_NOT_RETRYABLE && !onlyTry && !knownAlready) {
      nested.add(thrown, thread, nanos, told);
    }
  }

  private static boolean isUsedUp(EndReason reason) {
    return reason == EndReason.MAX_RETRIES_REACHED
        || reason == EndReason.MAX_DURATION_REACHED
        || reason == EndReason.BUDGET_SPENT
        || reason == EndReason.NESTED_EXHAUSTED;
  }

  private boolean notifies(
      Operation operation, Strategy strategy, Object failure, TaskIdentity task, Leaving call) {
    try {
      if (!strategy.onFailure().notifies()) {
        return false;
      }
      if (listener.countsRepeat(operation, task, failure)) {
        incidents.lasts(operation, task);
        return true;
      }
      if (!listener.failed(call.report())) {
        return false;
      }
      incidents.opened(operation, task);
      return true;
    } catch (Throwable e) {
      log.ownFailure(operation, e);
      return false;
    }
  }
}
