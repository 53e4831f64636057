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

/** What is known about one call: which it is, how its attempts failed, how long they took. */
final class CallRecord {

  private final RandomGenerator random;
  private Operation operation;
  private Strategy strategy;
  private @Nullable CallId id;
  private @Nullable RetryStatistics counted;
  private final AttemptHistory history = new AttemptHistory();
  private long attemptStart;
  private long callStart;

  /** Of the last attempt, later of the call. */
  private long end;

  /** How the last attempt failed: an exception, or an {@link Outcome.Returned}. */
  private @Nullable Object failure;

  private @Nullable CalledWith calledWith;
  private TaskIdentity task = TaskIdentity.UNKNOWN;
  private EndReason endReason = EndReason.VALUE_RETURNED;
  private boolean reportedFurtherIn;

  /**
   * @param id null where nobody has asked for it yet
   * @param start of the first attempt, or {@link RetryEngine#START_UNSEEN}
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

  /** For another call, once the one before is over and forgotten; its start was not seen. */
  void restart(Operation nextOperation, Strategy nextStrategy, @Nullable CallId nextId) {
    if (!operation.equals(nextOperation)) {
      operation = nextOperation;
      counted = null;
    }
    strategy = nextStrategy;
    id = nextId;
    attemptStart = RetryEngine.START_UNSEEN;
    callStart = RetryEngine.START_UNSEEN;
  }

  /** Lets go of what is the application's. */
  void forget() {
    history.clear();
    failure = null;
    calledWith = null;
    task = TaskIdentity.UNKNOWN;
  }

  void calledWith(CalledWith call) {
    calledWith = call;
  }

  /**
   * An attempt failed.
   *
   * @param how an exception, or an {@link Outcome.Returned}
   */
  void failed(Object how, long now) {
    boolean startSeen = attemptStart != RetryEngine.START_UNSEEN;
    end = now;
    failure = how;
    reportedFurtherIn = false;
    if (!startSeen) {
      callStart = now;
    }
    history.add(
        how instanceof Outcome.Returned returned ? returned.describe() : how,
        startSeen ? now - attemptStart : AttemptHistory.UNKNOWN);
  }

  /** A rule further in has given up on the last attempt's exception, and has reported it. */
  void reportedFurtherIn() {
    reportedFurtherIn = true;
  }

  boolean isReportedFurtherIn() {
    return reportedFurtherIn;
  }

  /** The next attempt starts. */
  void started(long now) {
    attemptStart = now;
    failure = null;
  }

  /** There is no next attempt. */
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

  /** Made when first asked for: most calls that fail once are never asked. */
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

  /** How many attempts have failed. */
  int failedAttempts() {
    return history.count();
  }

  long end() {
    return end;
  }

  /** When the last attempt started, as far as that was seen. */
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

  /** An exception, or an {@link Outcome.Returned}: how the last attempt failed. */
  Object failure() {
    return Objects.requireNonNull(failure);
  }

  Outcome outcome() {
    return failure() instanceof Outcome.Returned returned
        ? returned
        : new Outcome.Thrown((Throwable) failure());
  }

  /** The report of a call that has ended. */
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
