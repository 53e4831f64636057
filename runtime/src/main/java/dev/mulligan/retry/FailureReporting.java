package dev.mulligan.retry;

import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.failure.Outcome;
import dev.mulligan.retry.failure.SuppressedHistory;
import dev.mulligan.retry.listener.FailureListener;
import dev.mulligan.retry.nested.NestedFailures;
import dev.mulligan.retry.nested.Threading;
import java.util.List;

/**
 * Reports a finally failed call: sends the notification, logs it, attaches the earlier exceptions,
 * and registers the exception for outer rules.
 */
final class FailureReporting {

  private final FailureListener listener;
  private final TaskReader tasks;
  private final NestedFailures nested;
  private final OpenFailures incidents;
  private final RetryLog log;

  FailureReporting(
      FailureListener listener,
      TaskReader tasks,
      NestedFailures nested,
      OpenFailures incidents,
      RetryLog log) {
    this.listener = listener;
    this.tasks = tasks;
    this.nested = nested;
    this.incidents = incidents;
    this.log = log;
  }

  /**
   * Reports a call that has ended, and attaches the earlier exceptions to its last one.
   *
   * @return whether outer rules must not retry the outcome
   */
  boolean report(CallRecord call, Threading threading) {
    List<Throwable> earlier = call.history().earlierExceptions();
    if (call.failedAttempts() > 1 || call.endReason() != EndReason.EXCEPTION_NOT_RETRYABLE) {
      call.task(tasks.identify(call.strategy(), call.calledWith()));
    }
    boolean notified =
        !call.isReportedByInnerRule() && isUsedUp(call.endReason()) && notifies(call);
    log(call, notified);
    boolean known = notified || call.isReportedByInnerRule();
    call.notified(known);
    boolean concernsOuterRules =
        concernsOuterRules(call, notified) && !listener.isReplaced(call.operation());
    if (call.failure() instanceof Outcome.Returned returned) {
      if (concernsOuterRules) {
        nested.addResult(returned.result(), call.mayRepeatResult(), threading, call.end(), known);
      }
      return concernsOuterRules;
    }
    Throwable thrown = (Throwable) call.failure();
    SuppressedHistory.attach(earlier, thrown);
    if (isThrownAgain(thrown, earlier) || !concernsOuterRules) {
      return false;
    }
    nested.add(thrown, threading, call.end(), known);
    return true;
  }

  private static boolean isUsedUp(EndReason reason) {
    return reason == EndReason.MAX_RETRIES_REACHED
        || reason == EndReason.MAX_DURATION_REACHED
        || reason == EndReason.BUDGET_SPENT
        || reason == EndReason.NESTED_EXHAUSTED;
  }

  private boolean notifies(CallRecord call) {
    try {
      if (!call.strategy().onFailure().notifies()) {
        return false;
      }
      if (listener.countsRepeat(call.operation(), call.task(), call.failure())) {
        incidents.failedAgain(call.operation(), call.task());
        return true;
      }
      if (!listener.failed(call.report())) {
        return false;
      }
      incidents.opened(call.operation(), call.task());
      return true;
    } catch (Throwable e) {
      log.ownFailure(call.operation(), e);
      return false;
    }
  }

  private void log(CallRecord call, boolean notified) {
    switch (call.endReason()) {
      case BUDGET_SPENT -> {} // logged once for all calls
      case EVENT_LOOP -> log.refusedOnEventLoop(call.operation());
      case EXCEPTION_NOT_RETRYABLE, NESTED_EXHAUSTED -> {
        if (notified || call.failedAttempts() > 1) {
          log.failed(call, notified);
        }
      }
      default -> log.failed(call, notified);
    }
  }

  /** If every attempt threw the same object, that object does not show which call gave up on it. */
  private static boolean isThrownAgain(Throwable thrown, List<Throwable> earlier) {
    for (int i = 0; i < earlier.size(); i++) {
      if (earlier.get(i) == thrown) {
        return true;
      }
    }
    return false;
  }

  /** Whether outer rules need to know that this call gave up on the exception. */
  private static boolean concernsOuterRules(CallRecord call, boolean notified) {
    return switch (call.endReason()) {
      case EXCEPTION_NOT_RETRYABLE -> false;
      case NOT_REPEATABLE -> false; // an outer rule may create a new argument
      case MAX_RETRIES_REACHED -> call.failedAttempts() > 1; // a single attempt multiplies nothing
      case NESTED_EXHAUSTED ->
          // Otherwise an inner rule has registered it already.
          notified || call.isFailedByInnerResult() || call.failure() instanceof Outcome.Returned;
      default -> true;
    };
  }
}
