package dev.mulligan.retry;

import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.retry.delay.SaturatingMath;
import dev.mulligan.retry.failure.AttemptHistory;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.failure.Outcome;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.statistics.StatisticsTable;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.task.CalledWith;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The state of one call: its identity, the failures of its attempts, and their times. */
final class CallRecord {

  private final RandomGenerator random;
  private Operation operation;
  private Strategy strategy;
  private @Nullable CallId id;
  private @Nullable RetryStatistics counted;
  private final AttemptHistory history = new AttemptHistory();
  private long attemptStart;
  private long callStart;

  /** The end of the last attempt; after the call has ended, the end of the call. */
  private long end;

  /** How the last attempt failed: an exception, or an {@link Outcome.Returned}. */
  private @Nullable Object failure;

  private @Nullable CalledWith calledWith;
  private TaskIdentity task = TaskIdentity.UNKNOWN;
  private EndReason endReason = EndReason.VALUE_RETURNED;
  private boolean reportedByInnerRule;
  private boolean failedByInnerResult;
  private boolean notified;

  /** The identity hash of the last result, to notice a constant without holding it. */
  private int lastResult;

  private boolean repeatsResult;
  private boolean variesResult;

  /**
   * @param id null if no id has been created yet
   * @param start the start of the first attempt, or {@link RetryEngine#START_UNSEEN}
   */
  CallRecord(
      RandomGenerator random,
      Operation operation,
      Strategy strategy,
      @Nullable CallId id,
      long start) {
    this.random = random;
    this.operation = operation;
    this.strategy = strategy;
    this.id = id;
    this.attemptStart = start;
    this.callStart = start;
  }

  /**
   * Reuses this record for another call with an unknown start, after the previous call is over and
   * {@link #forget} was called.
   */
  void restart(Operation nextOperation, Strategy nextStrategy, @Nullable CallId nextId) {
    if (!operation.equals(nextOperation) || !operation.site().equals(nextOperation.site())) {
      operation = nextOperation;
      counted = null;
    }
    strategy = nextStrategy;
    id = nextId;
    attemptStart = RetryEngine.START_UNSEEN;
    callStart = RetryEngine.START_UNSEEN;
  }

  /** Drops all references to the application's objects. */
  void forget() {
    history.clear();
    failure = null;
    calledWith = null;
    task = TaskIdentity.UNKNOWN;
    lastResult = 0;
    repeatsResult = false;
    variesResult = false;
    notified = false;
  }

  void calledWith(CalledWith call) {
    calledWith = call;
  }

  /**
   * Records a failed attempt.
   *
   * @param how an exception, or an {@link Outcome.Returned}
   */
  void failed(Object how, long now) {
    boolean startSeen = attemptStart != RetryEngine.START_UNSEEN;
    end = now;
    failure = how;
    reportedByInnerRule = false;
    failedByInnerResult = false;
    if (how instanceof Outcome.Returned returned) {
      int result = System.identityHashCode(returned.result());
      repeatsResult |= result == lastResult;
      variesResult |= lastResult != 0 && result != lastResult;
      lastResult = result;
    }
    if (!startSeen) {
      callStart = now;
    }
    history.add(
        how instanceof Outcome.Returned returned ? returned.describe() : how,
        startSeen ? now - attemptStart : AttemptHistory.UNKNOWN);
  }

  /**
   * Records that an inner rule has given up on the last attempt's exception and has already
   * reported it.
   */
  void reportedByInnerRule() {
    reportedByInnerRule = true;
  }

  boolean isReportedByInnerRule() {
    return reportedByInnerRule;
  }

  /** Records that the last attempt failed because of a result that an inner rule gave up on. */
  void failedByInnerResult() {
    failedByInnerResult = true;
  }

  boolean isFailedByInnerResult() {
    return failedByInnerResult;
  }

  /**
   * Whether other calls may return the last result, too: attempts in a row returned the same
   * object, such as a constant, or there was only one to look at.
   */
  boolean mayRepeatResult() {
    return repeatsResult || !variesResult;
  }

  void notified(boolean sent) {
    notified = sent;
  }

  /** Whether a notification about the end of the call was sent. */
  boolean isNotified() {
    return notified;
  }

  /** Records the start of the next attempt. */
  void started(long now) {
    attemptStart = now;
    failure = null;
  }

  /** Records the end of the call. */
  void ended(EndReason reason, long now) {
    endReason = reason;
    end = now;
  }

  void task(TaskIdentity identified) {
    task = identified;
  }

  Operation operation() {
    return operation;
  }

  Strategy strategy() {
    return strategy;
  }

  /** Created on demand: most calls that fail once never need an id. */
  CallId id() {
    CallId made = id;
    if (made == null) {
      made = new CallId(random);
      id = made;
    }
    return made;
  }

  RetryStatistics statistics(StatisticsTable table) {
    RetryStatistics found = counted;
    if (found == null) {
      found = table.of(operation);
      counted = found;
    }
    return found;
  }

  AttemptHistory history() {
    return history;
  }

  /** Returns the number of failed attempts. */
  int failedAttempts() {
    return history.count();
  }

  long end() {
    return end;
  }

  /** Returns the start of the last attempt, or the given time if the start is unknown. */
  long attemptStartOr(long unseen) {
    return attemptStart == RetryEngine.START_UNSEEN ? unseen : attemptStart;
  }

  boolean isAfterMaxDuration(long now, long delay) {
    return strategy.maxDuration().isPresent()
        && SaturatingMath.sum(elapsed(now), delay) > strategy.maxDuration().get().toNanos();
  }

  private long elapsed(long now) {
    return callStart == RetryEngine.START_UNSEEN ? 0 : now - callStart;
  }

  @Nullable CalledWith calledWith() {
    return calledWith;
  }

  TaskIdentity task() {
    return task;
  }

  EndReason endReason() {
    return endReason;
  }

  /** Returns how the last attempt failed: an exception, or an {@link Outcome.Returned}. */
  Object failure() {
    return Objects.requireNonNull(failure);
  }

  Outcome outcome() {
    return failure() instanceof Outcome.Returned returned
        ? returned
        : new Outcome.Thrown((Throwable) failure());
  }

  /** Builds the report of a call that has ended. */
  FailedCall report() {
    return new FailedCall(
        id().value(),
        operation,
        strategy,
        history.attempts(),
        history.count(),
        Duration.ofNanos(elapsed(end)),
        endReason,
        failure instanceof Throwable thrown ? Optional.of(thrown) : Optional.empty(),
        task);
  }
}
