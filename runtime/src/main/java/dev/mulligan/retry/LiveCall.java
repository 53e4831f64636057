package dev.mulligan.retry;

import dev.failsafe.Execution;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A call that is retried. */
final class LiveCall implements CallHandling {

  /**
   * How old a rule's giving up may be to count for an attempt whose start is unknown. It covers the
   * way of an exception from the inner method to the outer one; more would take a preallocated
   * exception of a later call for the same.
   */
  private static final long NESTED_WINDOW = 1_000_000_000;

  private final EngineParts parts;
  private final Operation operation;
  private final Strategy strategy;
  private final CallId id;
  private final Threading threading;
  private final DelaySequence delays;
  private final Admission admission;
  private final AttemptHistory history = new AttemptHistory();

  private OptionalLong attemptStart;
  private OptionalLong callStart;
  private @Nullable Execution<Policies.Step> execution;
  private @Nullable Outcome awaiting;
  private boolean toldFurtherIn;

  /**
   * @param start of the first attempt, where it is known
   */
  LiveCall(
      EngineParts parts,
      Operation operation,
      Strategy strategy,
      CallId id,
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
    this.attemptStart = start;
    this.callStart = start;
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

  private long delayAfterFailure(Throwable thrown, Judgement judgement) {
    try {
      return delayAfter(new Outcome.Thrown(thrown), judgement == Judgement.RETRYABLE);
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
      statistics().ended(EndReason.VALUE_RETURNED);
      parts.budgets().succeeded(operation);
      parts.log().recovered(operation, id, history.count() + 1);
    }
  }

  @Override
  public void cancelled() {
    if (history.count() > 0) {
      statistics().ended(EndReason.CANCELLED);
    }
  }

  @Override
  public void fellAsleep(long delay) {
    Outcome outcome = Objects.requireNonNull(awaiting);
    parts.log().retrying(operation, strategy, id, history.count(), delay, outcome);
    statistics().fellAsleep();
  }

  @Override
  public void woke(long nanos) {
    statistics().woke(nanos);
  }

  @Override
  public boolean goesOn(long delay, Optional<EndReason> cutShort) {
    Outcome outcome = Objects.requireNonNull(awaiting);
    awaiting = null;
    Optional<EndReason> end = cutShort.isPresent() ? cutShort : reasonAfterWaiting(delay);
    if (end.isPresent()) {
      end(outcome, end.get());
      return false;
    }
    outcome.discard(parts.log().log());
    statistics().retried();
    attemptStart = OptionalLong.of(parts.ticker().getAsLong());
    return true;
  }

  /** Waits on the caller's thread. */
  private boolean sleepsThrough(long delay) {
    if (delay == NO_FURTHER_ATTEMPT) {
      return false;
    }
    try {
      Optional<EndReason> hindrance = parts.pauses().hindrance(Duration.ofNanos(delay));
      return goesOn(delay, hindrance.or(() -> sleep(delay)));
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
  private long delayAfter(Outcome outcome, boolean retryable) {
    long now = parts.ticker().getAsLong();
    record(outcome, now);
    if (!retryable) {
      end(outcome, EndReason.EXCEPTION_NOT_RETRYABLE);
      return NO_FURTHER_ATTEMPT;
    }
    Optional<EndReason> end = reasonToStop(outcome, now);
    if (end.isPresent()) {
      end(outcome, end.get());
      return NO_FURTHER_ATTEMPT;
    }
    awaiting = outcome;
    return execution().getDelay().toNanos();
  }

  private void record(Outcome outcome, long now) {
    if (callStart.isEmpty()) {
      callStart = OptionalLong.of(now);
    }
    if (history.count() == 0) {
      statistics().began();
    }
    statistics().attempted();
    history.add(
        outcome,
        attemptStart.isPresent() ? now - attemptStart.getAsLong() : AttemptHistory.UNKNOWN);
  }

  private Optional<EndReason> reasonToStop(Outcome outcome, long now) {
    if (isGivenUpFurtherIn(outcome, now)) {
      return Optional.of(EndReason.NESTED_EXHAUSTED);
    }
    parts.budgets().failed(operation, now);
    long delay = delays.after(history.count(), outcome);
    Execution<Policies.Step> steps = execution();
    steps.recordResult(
        new Policies.Step(delay, isAfterMaxDuration(Growth.sum(elapsed(now), delay))));
    if (steps.isComplete()) {
      return Optional.of(
          history.count() >= strategy.maxAttempts()
              ? EndReason.MAX_RETRIES_REACHED
              : EndReason.MAX_DURATION_REACHED);
    }
    return parts.budgets().allowsRetry(operation, now)
        ? Optional.empty()
        : Optional.of(EndReason.BUDGET_SPENT);
  }

  private boolean isGivenUpFurtherIn(Outcome outcome, long now) {
    if (!(outcome instanceof Outcome.Thrown failure)) {
      return false;
    }
    Optional<Boolean> told =
        parts
            .nested()
            .find(failure.thrown(), threading.thread(), attemptStart.orElse(now - NESTED_WINDOW));
    toldFurtherIn = told.orElse(false);
    return told.isPresent() && !parts.budgets().multiplies(operation);
  }

  /** A wait may take longer than it should, and no attempt starts after the max-duration. */
  private Optional<EndReason> reasonAfterWaiting(long delay) {
    history.waits(delay);
    if (isAfterMaxDuration(elapsed(parts.ticker().getAsLong()))) {
      return Optional.of(EndReason.MAX_DURATION_REACHED);
    }
    return admission.admits() ? Optional.empty() : Optional.of(EndReason.REFUSED);
  }

  private void end(Outcome outcome, EndReason reason) {
    statistics().ended(reason);
    List<Throwable> earlier = history.earlierExceptions();
    long now = parts.ticker().getAsLong();
    boolean told =
        parts
            .farewell()
            .tell(
                operation,
                strategy,
                id,
                reason,
                history.count(),
                toldFurtherIn,
                () -> report(outcome, reason, now));
    if (outcome instanceof Outcome.Thrown failure) {
      SuppressedHistory.attach(earlier, failure.thrown());
      if (!isThrownAgain(failure.thrown(), earlier)) {
        parts
            .farewell()
            .remember(reason, history.count(), failure.thrown(), threading.thread(), now, told);
      }
    }
  }

  /** Then the object says nothing about who gave up on it. */
  private static boolean isThrownAgain(Throwable thrown, List<Throwable> earlier) {
    for (Throwable each : earlier) {
      if (each == thrown) {
        return true;
      }
    }
    return false;
  }

  private FailedCall report(Outcome outcome, EndReason reason, long now) {
    return new FailedCall(
        id.value(),
        operation,
        strategy,
        history.attempts(),
        history.count(),
        Duration.ofNanos(elapsed(now)),
        reason,
        outcome instanceof Outcome.Thrown failure
            ? Optional.of(failure.thrown())
            : Optional.empty());
  }

  private RetryStatistics statistics() {
    return parts.statistics().of(operation);
  }

  private Execution<Policies.Step> execution() {
    Execution<Policies.Step> started = execution;
    if (started == null) {
      started = parts.policies().start(strategy);
      execution = started;
    }
    return started;
  }

  private long elapsed(long now) {
    return now - callStart.orElse(now);
  }

  private boolean isAfterMaxDuration(long elapsed) {
    return strategy.maxDuration().isPresent() && elapsed > strategy.maxDuration().get().toNanos();
  }
}
