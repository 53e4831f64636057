package dev.mulligan.retry;

import dev.failsafe.Execution;
import java.time.Duration;
import java.util.List;
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
  private final DelaySequence delays;
  private final Admission admission;
  private final AttemptHistory history = new AttemptHistory();

  private OptionalLong attemptStart;
  private OptionalLong callStart;
  private @Nullable Execution<Policies.Step> execution;
  private boolean toldFurtherIn;

  /**
   * @param start of the first attempt, where it is known
   */
  LiveCall(
      EngineParts parts,
      Operation operation,
      Strategy strategy,
      CallId id,
      OptionalLong start,
      Admission admission) {
    this.parts = parts;
    this.operation = operation;
    this.strategy = strategy;
    this.id = id;
    this.delays = parts.delays(strategy);
    this.admission = admission;
    this.attemptStart = start;
    this.callStart = start;
  }

  @Override
  public boolean failed(Throwable thrown) {
    try {
      return again(
          new Outcome.Thrown(thrown), parts.conditions().retriesException(strategy, thrown));
    } catch (Throwable own) {
      parts.log().ownFailure(operation, own);
      return false;
    }
  }

  @Override
  public boolean failed(Throwable thrown, Judgement judgement) {
    try {
      return again(new Outcome.Thrown(thrown), judgement == Judgement.RETRYABLE);
    } catch (Throwable own) {
      parts.log().ownFailure(operation, own);
      return false;
    }
  }

  @Override
  public boolean returned(@Nullable Object result) {
    try {
      Optional<ResultCondition> fitting = parts.conditions().fitting(strategy, result);
      if (fitting.isPresent()) {
        return again(new Outcome.Returned(result, fitting.get()), true);
      }
    } catch (Throwable own) {
      parts.log().ownFailure(operation, own);
      return false;
    }
    succeeded();
    return false;
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

  private boolean again(Outcome outcome, boolean retryable) {
    long now = parts.ticker().getAsLong();
    record(outcome, now);
    Optional<EndReason> end =
        retryable ? reasonToStop(outcome, now) : Optional.of(EndReason.EXCEPTION_NOT_RETRYABLE);
    if (end.isPresent()) {
      end(outcome, end.get());
      return false;
    }
    outcome.discard(parts.log().log());
    statistics().retried();
    attemptStart = OptionalLong.of(parts.ticker().getAsLong());
    return true;
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
    if (!parts.budgets().allowsRetry(operation, now)) {
      return Optional.of(EndReason.BUDGET_SPENT);
    }
    Duration wait = steps.getDelay();
    return parts.pauses().hindrance(wait).or(() -> pause(outcome, wait));
  }

  private boolean isGivenUpFurtherIn(Outcome outcome, long now) {
    if (!(outcome instanceof Outcome.Thrown failure)) {
      return false;
    }
    Optional<Boolean> told =
        parts.nested().find(failure.thrown(), attemptStart.orElse(now - NESTED_WINDOW));
    toldFurtherIn = told.orElse(false);
    return told.isPresent() && !parts.budgets().multiplies(operation);
  }

  private Optional<EndReason> pause(Outcome outcome, Duration delay) {
    parts.log().retrying(operation, strategy, id, history.count(), delay.toNanos(), outcome);
    Optional<EndReason> cutShort = parts.pauses().pause(delay, statistics());
    if (cutShort.isPresent()) {
      return cutShort;
    }
    history.waits(delay.toNanos());
    // A sleep may take longer than it should, and no attempt starts after the max-duration.
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
        parts.farewell().remember(reason, history.count(), failure.thrown(), now, told);
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
