package dev.mulligan.retry;

import dev.mulligan.notify.TaskIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A call that is retried. */
final class LiveCall implements CallHandling, Farewell.Leaving {

  /**
   * How old a rule's giving up may be to count for an attempt whose start is unknown. It covers the
   * way of an exception from the inner method to the outer one; more would take a preallocated
   * exception of a later call for the same.
   */
  private static final long NESTED_WINDOW = 1_000_000_000;

  /** No time of the ticker, or next to none: it would have to run for 292 years. */
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final EngineParts parts;
  private Operation operation;
  private Strategy strategy;
  private @Nullable CallId id;
  private final Threading threading;
  private final DelaySequence delays;
  private final Admission admission;
  private final AttemptHistory history = new AttemptHistory();

  private long attemptStart;
  private long callStart;
  private @Nullable RetryStatistics counted;
  private @Nullable CalledWith calledWith;
  private TaskIdentity task = TaskIdentity.UNKNOWN;

  /** How the last attempt failed: an exception, or an {@link Outcome.Returned}. */
  private @Nullable Object failure;

  private EndReason endReason = EndReason.VALUE_RETURNED;
  private long end;
  private boolean toldFurtherIn;

  /**
   * @param id null where nobody has asked for it yet
   * @param start of the first attempt, where it is known
   */
  LiveCall(
      EngineParts parts,
      Operation operation,
      Strategy strategy,
      @Nullable CallId id,
      Threading threading,
      OptionalLong start,
      Admission admission) {
    this.parts = parts;
    this.operation = operation;
    this.strategy = strategy;
    this.id = id;
    this.threading = threading;
    this.delays = parts.delays(strategy);
    this.admission = admission;
    this.attemptStart = start.orElse(UNKNOWN);
    this.callStart = attemptStart;
  }

  /** For another call, once the one before is over; of synchronous ones without a known start. */
  void restart(Operation nextOperation, Strategy nextStrategy, @Nullable CallId nextId) {
    if (!operation.equals(nextOperation)) {
      operation = nextOperation;
      counted = null;
    }
    strategy = nextStrategy;
    id = nextId;
    delays.restart(nextStrategy);
    attemptStart = UNKNOWN;
    callStart = UNKNOWN;
    toldFurtherIn = false;
    task = TaskIdentity.UNKNOWN;
  }

  @Override
  public void calledWith(CalledWith call) {
    calledWith = call;
  }

  /** Lets go of what is the application's. */
  void forget() {
    history.clear();
    failure = null;
    calledWith = null;
    task = TaskIdentity.UNKNOWN;
  }

  /** Made when first asked for: most calls that fail once are never asked. */
  @Override
  public CallId id() {
    CallId made = id;
    if (made == null) {
      made = new CallId(parts.random());
      id = made;
    }
    return made;
  }

  @Override
  public boolean failed(Throwable thrown) {
    return sleepsThrough(delayAfterFailure(thrown));
  }

  @Override
  public boolean failed(Throwable thrown, Judgement judgement) {
    return sleepsThrough(delayAfterFailure(thrown, judgement));
  }

  @Override
  public boolean returned(@Nullable Object result) {
    return sleepsThrough(delayAfterResult(result));
  }

  @Override
  public long delayAfterFailure(Throwable thrown) {
    boolean retryable = parts.conditions().retriesException(strategy, thrown);
    return delayAfterFailure(thrown, retryable ? Judgement.RETRYABLE : Judgement.FINAL);
  }

  @Override
  public long delayAfterFailure(Throwable thrown, Judgement judgement) {
    try {
      return delayAfter(thrown, judgement == Judgement.RETRYABLE);
    } catch (Throwable own) {
      parts.log().ownFailure(operation, own);
      return NO_FURTHER_ATTEMPT;
    }
  }

  @Override
  public long delayAfterResult(@Nullable Object result) {
    try {
      Optional<ResultCondition> fitting = parts.conditions().fitting(strategy, result);
      if (fitting.isPresent()) {
        return delayAfter(new Outcome.Returned(result, fitting.get()), true);
      }
    } catch (Throwable own) {
      parts.log().ownFailure(operation, own);
      return NO_FURTHER_ATTEMPT;
    }
    succeeded();
    return NO_FURTHER_ATTEMPT;
  }

  @Override
  public void succeeded() {
    if (history.count() > 0) {
      statistics().attempted();
      statistics().ended(EndReason.VALUE_RETURNED, history.count());
      parts.succeeded(operation, strategy, calledWith);
      parts.log().recovered(operation, this, history.count() + 1);
    }
  }

  @Override
  public void cancelled() {
    if (history.count() > 0) {
      statistics().ended(EndReason.CANCELLED, history.count());
    }
  }

  @Override
  public void fellAsleep(long delay) {
    logRetry(delay);
    statistics().fellAsleep();
  }

  private void logRetry(long delay) {
    if (parts.log().tellsOfRetries()) {
      parts.log().retrying(operation, strategy, id(), history.count(), delay, outcome());
    }
  }

  @Override
  public void woke(long nanos) {
    statistics().woke(nanos);
  }

  @Override
  public boolean goesOn(long delay, Optional<EndReason> cutShort) {
    Object last = Objects.requireNonNull(failure);
    // Where nothing was waited for, the time is still that of the failure.
    long now = delay == 0 ? end : parts.ticker().getAsLong();
    Optional<EndReason> reason = cutShort.isPresent() ? cutShort : reasonAfterWaiting(delay, now);
    if (reason.isPresent()) {
      end(last, reason.get(), now);
      return false;
    }
    if (last instanceof Outcome.Returned returned) {
      returned.discard(parts.log().log());
    }
    failure = null;
    statistics().retried();
    parts.rates().retried(operation);
    attemptStart = delay == 0 ? now : parts.ticker().getAsLong();
    return true;
  }

  /** Waits on the caller's thread. */
  private boolean sleepsThrough(long delay) {
    if (delay == NO_FURTHER_ATTEMPT) {
      return false;
    }
    try {
      Optional<EndReason> hindrance = parts.pauses().hindrance(Duration.ofNanos(delay));
      if (delay == 0 && hindrance.isEmpty()) {
        logRetry(delay);
        return goesOn(delay, hindrance);
      }
      return goesOn(delay, hindrance.isPresent() ? hindrance : sleep(delay));
    } catch (Throwable own) {
      parts.log().ownFailure(operation, own);
      return false;
    }
  }

  private Optional<EndReason> sleep(long delay) {
    fellAsleep(delay);
    long start = parts.ticker().getAsLong();
    parts.busy().leave();
    try {
      return parts.pauses().pause(Duration.ofNanos(delay));
    } finally {
      parts.busy().enter();
      woke(parts.ticker().getAsLong() - start);
    }
  }

  /** Nanoseconds to wait before another attempt; a call without one is over when this returns. */
  private long delayAfter(Object how, boolean retryable) {
    long now = parts.ticker().getAsLong();
    record(how, now);
    if (!retryable) {
      end(how, EndReason.EXCEPTION_NOT_RETRYABLE, now);
      return NO_FURTHER_ATTEMPT;
    }
    if (isGivenUpFurtherIn(how, now)) {
      end(how, EndReason.NESTED_EXHAUSTED, now);
      return NO_FURTHER_ATTEMPT;
    }
    parts.budgets().failed(operation, now);
    Object subject = how instanceof Outcome.Returned returned ? returned.result() : how;
    long delay = delays.after(history.count(), subject);
    EndReason reason = reasonToStop(delay, now);
    if (reason != null) {
      end(how, reason, now);
      return NO_FURTHER_ATTEMPT;
    }
    failure = how;
    return delay;
  }

  private void record(Object how, long now) {
    end = now;
    if (callStart == UNKNOWN) {
      callStart = now;
    }
    if (history.count() == 0) {
      statistics().began();
    }
    statistics().attempted();
    history.add(
        how instanceof Outcome.Returned returned ? returned.describe() : how,
        attemptStart == UNKNOWN ? AttemptHistory.UNKNOWN : now - attemptStart);
  }

  private @Nullable EndReason reasonToStop(long delay, long now) {
    if (history.count() >= strategy.maxAttempts()) {
      return EndReason.MAX_RETRIES_REACHED;
    }
    if (isAfterMaxDuration(Growth.sum(elapsed(now), delay))) {
      return EndReason.MAX_DURATION_REACHED;
    }
    if (!admission.mayAdmitAfter(Duration.ofNanos(delay))) {
      return EndReason.REFUSED;
    }
    return parts.budgets().allowsRetry(operation, now) ? null : EndReason.BUDGET_SPENT;
  }

  private boolean isGivenUpFurtherIn(Object how, long now) {
    if (!(how instanceof Throwable thrown)) {
      return false;
    }
    Optional<Boolean> told =
        parts
            .nested()
            .find(
                thrown,
                threading.thread(),
                attemptStart == UNKNOWN ? now - NESTED_WINDOW : attemptStart);
    toldFurtherIn = told.orElse(false);
    return told.isPresent() && !parts.budgets().multiplies(operation);
  }

  /** A wait may take longer than it should, and no attempt starts after the max-duration. */
  private Optional<EndReason> reasonAfterWaiting(long delay, long now) {
    history.waits(delay);
    if (isAfterMaxDuration(elapsed(now))) {
      return Optional.of(EndReason.MAX_DURATION_REACHED);
    }
    return admission.admits() ? Optional.empty() : Optional.of(EndReason.REFUSED);
  }

  private void end(Object how, EndReason reason, long now) {
    statistics().ended(reason, history.count());
    List<Throwable> earlier = history.earlierExceptions();
    failure = how;
    endReason = reason;
    end = now;
    if (history.count() > 1 || reason != EndReason.EXCEPTION_NOT_RETRYABLE) { // else untold
      task = parts.tasks().identify(strategy, calledWith);
    }
    boolean told =
        parts
            .farewell()
            .tell(operation, strategy, reason, history.count(), how, task, toldFurtherIn, this);
    if (how instanceof Throwable thrown) {
      SuppressedHistory.attach(earlier, thrown);
      if (!isThrownAgain(thrown, earlier)) {
        parts.farewell().remember(reason, history.count(), thrown, threading.thread(), end, told);
      }
    }
  }

  /** Then the object says nothing about who gave up on it. */
  private static boolean isThrownAgain(Throwable thrown, List<Throwable> earlier) {
    for (int i = 0; i < earlier.size(); i++) {
      if (earlier.get(i) == thrown) {
        return true;
      }
    }
    return false;
  }

  private Outcome outcome() {
    return failure instanceof Outcome.Returned returned
        ? returned
        : new Outcome.Thrown((Throwable) Objects.requireNonNull(failure));
  }

  /** The report of a call that has ended. */
  @Override
  public FailedCall report() {
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

  private RetryStatistics statistics() {
    RetryStatistics found = counted;
    if (found == null) {
      found = parts.statistics().of(operation);
      counted = found;
    }
    return found;
  }

  private long elapsed(long now) {
    return callStart == UNKNOWN ? 0 : now - callStart;
  }

  private boolean isAfterMaxDuration(long elapsed) {
    return strategy.maxDuration().isPresent() && elapsed > strategy.maxDuration().get().toNanos();
  }
}
