package dev.mulligan.retry;

import dev.mulligan.replay.OneShotValues;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.failure.Outcome;
import dev.mulligan.retry.nested.NestedFailures;
import dev.mulligan.retry.nested.Threading;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.task.CalledWith;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state machine of a call that is retried. */
final class LiveCall extends AttemptSequence {

  private static final Optional<Boolean> NOT_NOTIFIED = Optional.of(false);

  private final CallRecord record;
  private final DelaySequence delays;
  private final Threading threading;
  private final Admission admission;

  /** Nanoseconds from the last attempt to the next one. */
  private long delay;

  /** Whether an inner call is known to have given up inside this asynchronous attempt. */
  private boolean isGivenUpInside;

  /** Whether it gave up on a result. */
  private boolean isResultGivenUpInside;

  private boolean gaveUp;

  LiveCall(EngineParts parts, CallRecord record, Threading threading, Admission admission) {
    super(parts);
    this.record = record;
    this.delays = parts.delays(record.strategy());
    this.threading = threading;
    this.admission = admission;
  }

  /**
   * Reuses this object for another synchronous call with an unknown start, after the previous call
   * is over.
   */
  void restart(Operation nextOperation, Strategy nextStrategy, @Nullable CallId nextId) {
    record.restart(nextOperation, nextStrategy, nextId);
    gaveUp = false;
    delays.restart(nextStrategy);
  }

  @Override
  CallId id() {
    return record.id();
  }

  @Override
  void calledWith(CalledWith call) {
    record.calledWith(call);
  }

  @Override
  void forget() {
    record.forget();
  }

  @Override
  boolean retries(Throwable thrown) {
    return parts.conditions().retriesException(record.strategy(), thrown);
  }

  @Override
  long afterRetryable(Throwable thrown) {
    long now = recordFailure(thrown);
    return isGivenUpByInnerRule(thrown, now) && !allowsNestedRetries()
        ? end(EndReason.NESTED_EXHAUSTED, now)
        : delayAfter(thrown, now);
  }

  @Override
  long afterFinal(Throwable thrown) {
    return end(EndReason.EXCEPTION_NOT_RETRYABLE, recordFailure(thrown));
  }

  @Override
  long afterResult(@Nullable Object result) {
    Optional<ResultCondition> fitting = parts.conditions().fitting(record.strategy(), result);
    if (fitting.isEmpty()) {
      return endWithoutFailure(EndReason.VALUE_RETURNED);
    }
    long now = recordFailure(new Outcome.Returned(result, fitting.get()));
    return isResultOfInnerRule(result, now) && !allowsNestedRetries()
        ? end(EndReason.NESTED_EXHAUSTED, now)
        : delayAfter(result, now);
  }

  @Override
  void givenUpInside(boolean isResult) {
    isGivenUpInside = true;
    isResultGivenUpInside |= isResult;
  }

  @Override
  long attemptStart() {
    return record.attemptStartOr(NestedFailures.UNSEEN);
  }

  @Override
  boolean hasGivenUp() {
    return gaveUp;
  }

  @Override
  void deliver(Runnable delivery) {
    parts
        .nested()
        .deliver(
            record.failure() instanceof Outcome.Returned,
            record.end(),
            record.isNotified(),
            delivery);
  }

  @Override
  void waitStarted() {
    announceRetry();
    statistics().waitStarted();
  }

  @Override
  void waitEnded() {
    statistics().waitEnded(parts.ticker().getAsLong() - record.end());
  }

  @Override
  void logRetry() {
    parts.log().retrying(record, delay);
  }

  @Override
  long afterWaiting(Optional<EndReason> cutShort) {
    // Without a back-off the time of the failure is still current; this saves a read of the clock.
    long now = delay == AT_ONCE ? record.end() : parts.ticker().getAsLong();
    Optional<EndReason> reason = cutShort.isPresent() ? cutShort : reasonAfterWaiting(now);
    if (reason.isPresent()) {
      return endAfterWaiting(reason.get(), now);
    }
    if (record.failure() instanceof Outcome.Returned returned) {
      discard(returned);
    }
    isGivenUpInside = false;
    isResultGivenUpInside = false;
    statistics().retried();
    parts.rates().retried(record.operation());
    record.started(delay == AT_ONCE ? now : parts.ticker().getAsLong());
    return AT_ONCE;
  }

  private long endAfterWaiting(EndReason reason, long now) {
    parts.busy().enter();
    try {
      return end(reason, now);
    } finally {
      parts.busy().leave();
    }
  }

  private void discard(Outcome.Returned returned) {
    parts.busy().enter();
    try {
      returned.discard(parts.log().log());
    } finally {
      parts.busy().leave();
    }
  }

  @Override
  long endWithoutFailure(EndReason reason) {
    int failed = record.failedAttempts();
    if (failed > 0) {
      statistics().ended(reason, failed);
      if (reason == EndReason.VALUE_RETURNED) {
        statistics().attempted();
        parts.succeeded(record.operation(), record.strategy(), record.calledWith());
        parts.log().recovered(record);
      }
    }
    return NO_FURTHER_ATTEMPT;
  }

  @Override
  void ownFailure(Throwable own) {
    parts.log().ownFailure(record.operation(), own);
  }

  /** Records the failed attempt and returns the current time. */
  private long recordFailure(Object how) {
    long now = parts.ticker().getAsLong();
    if (record.failedAttempts() == 0) {
      statistics().began();
    }
    statistics().attempted();
    record.failed(how, now);
    return now;
  }

  private boolean allowsNestedRetries() {
    return parts.budgets().allowsNestedRetries(record.operation());
  }

  private boolean isGivenUpByInnerRule(Throwable thrown, long now) {
    NestedFailures nested = parts.nested();
    Optional<Boolean> notified = nested.find(thrown, threading, earliestStart(now));
    if (notified.isEmpty()) {
      notified =
          isResultGivenUpInside
              ? NOT_NOTIFIED
              : nested.findInside(thrown, false, threading, attemptStart(), now);
      if (notified.isPresent()) {
        record.failedByInnerResult();
      }
    }
    return isGivenUp(notified);
  }

  private boolean isResultOfInnerRule(@Nullable Object result, long now) {
    NestedFailures nested = parts.nested();
    Optional<Boolean> notified = nested.findResult(result, threading, earliestStart(now));
    if (notified.isEmpty()) {
      notified = nested.findInside(result, true, threading, attemptStart(), now);
    }
    if (notified.isEmpty() && isGivenUpInside) {
      notified = NOT_NOTIFIED;
    }
    return isGivenUp(notified);
  }

  private boolean isGivenUp(Optional<Boolean> notified) {
    if (notified.isPresent() && notified.get()) {
      record.reportedByInnerRule();
    }
    return notified.isPresent();
  }

  /** The start of the attempt, or a time before it if the start is unknown. */
  private long earliestStart(long now) {
    long start = record.attemptStartOr(now - NestedFailures.WINDOW);
    // The body of an asynchronous method runs before its first attempt is known.
    boolean startedBefore = threading == Threading.ANY && record.failedAttempts() == 1;
    return startedBefore ? start - NestedFailures.WINDOW : start;
  }

  /**
   * @param subject what the attempt threw or returned
   */
  private long delayAfter(@Nullable Object subject, long now) {
    parts.budgets().failed(record.operation(), now);
    delay = delays.after(record.failedAttempts(), subject);
    EndReason reason = reasonToStop(now);
    return reason == null ? delay : end(reason, now);
  }

  private @Nullable EndReason reasonToStop(long now) {
    if (record.failedAttempts() >= record.strategy().maxAttempts()) {
      return EndReason.MAX_RETRIES_REACHED;
    }
    if (record.failedAttempts() == 1 && isConsumed()) {
      return EndReason.NOT_REPEATABLE;
    }
    if (record.isAfterMaxDuration(now, delay)) {
      return EndReason.MAX_DURATION_REACHED;
    }
    if (!admission.mayAdmitAfter(Duration.ofNanos(delay))) {
      return EndReason.REFUSED;
    }
    return parts.budgets().allowsRetry(record.operation(), now) ? null : EndReason.BUDGET_SPENT;
  }

  private boolean isConsumed() {
    CalledWith call = record.calledWith();
    if (call == null || record.operation().replay() == Operation.Replay.SAFE) {
      return false;
    }
    String type = OneShotValues.in(call.arguments());
    if (type != null) {
      parts.log().readOnlyOnce(record.operation(), type);
    }
    return type != null;
  }

  /**
   * Checks again after the wait, which may take longer than planned: no attempt starts after the
   * maximum duration.
   */
  private Optional<EndReason> reasonAfterWaiting(long now) {
    record.history().waits(delay);
    if (record.isAfterMaxDuration(now, AT_ONCE)) {
      return Optional.of(EndReason.MAX_DURATION_REACHED);
    }
    return admission.admits() ? Optional.empty() : Optional.of(EndReason.REFUSED);
  }

  private long end(EndReason reason, long now) {
    statistics().ended(reason, record.failedAttempts());
    record.ended(reason, now);
    gaveUp = parts.reporting().report(record, threading);
    return NO_FURTHER_ATTEMPT;
  }

  private RetryStatistics statistics() {
    return record.statistics(parts.statistics());
  }
}
