package dev.mulligan.guard;

import dev.mulligan.guard.limit.Guard;
import dev.mulligan.guard.limit.Verdict;
import dev.mulligan.retry.Admission;
import dev.mulligan.retry.FailureKind;
import dev.mulligan.retry.Judgement;
import dev.mulligan.retry.RetryCall;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.nested.Threading;
import dev.mulligan.retry.task.CalledWith;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One synchronous call of a guarded method with its attempts and the guards around them. Used by
 * one thread at a time.
 *
 * <p>A refusal of the first attempt ends the call with the refusal; a refusal of a later attempt
 * ends it as the attempt before did. A refusal counts as a failed attempt only if {@code retry-on}
 * names its class.
 */
public final class GuardedCall implements Admission {

  private final GuardedOperation guarded;
  private final Guards guards;
  private final RetryEngine engine;
  private final CallId id;
  private final BooleanSupplier isOutermost;

  private @Nullable RetryCall retry;
  private @Nullable CalledWith calledWith;
  private long start = RetryEngine.START_UNSEEN;
  private int attempt = 1;
  private boolean isInCall;
  private boolean isInAttempt;
  private Optional<TimedAttempt> timed = Optional.empty();
  private Optional<Throwable> refusal = Optional.empty();

  /**
   * Creates a call that will {@link #enter}, or that {@link GuardedOperation#tryEnter} has
   * admitted.
   *
   * @param isOutermost false for recursion and calls of an overridden method, which are part of an
   *     outer call; evaluated only after a failure or refusal
   */
  public GuardedCall(GuardedOperation guarded, CallId id, BooleanSupplier isOutermost) {
    this.guarded = guarded;
    this.guards = guarded.guards();
    this.engine = guarded.engine();
    this.id = id;
    this.isOutermost = isOutermost;
  }

  /**
   * Sets the receiver and the arguments of the call, which the strategy needs to identify its task.
   */
  public void calledWith(CalledWith call) {
    calledWith = call;
  }

  /** Returns the number of the current attempt; refused attempts that were retried are included. */
  public int attempt() {
    return attempt;
  }

  /**
   * Acquires permits before the first attempt; may wait for permits and, if refusals are retried,
   * back off.
   */
  public GuardDecision enter() {
    start = engine.now();
    isInCall = guards.aroundCall().tryEnter();
    if (isInCall) {
      return enterAttempt();
    }
    if (!isOutermost.getAsBoolean()) {
      return new GuardDecision.RunUnguarded();
    }
    Optional<? extends Guard> refused = guards.aroundCall().enter();
    isInCall = refused.isEmpty();
    return isInCall ? enterAttempt() : refuse(guarded.refusal(refused.get()));
  }

  /** Marks all permits as acquired by {@link GuardedOperation#tryEnter}. */
  public void entered() {
    isInCall = true;
    isInAttempt = true;
  }

  /**
   * Ends a call that cannot go on: everything that it holds is given back. Does nothing for a call
   * that has ended.
   */
  public void giveBack() {
    try {
      boolean unused = endTiming();
    } finally {
      leave(Verdict.NONE);
    }
  }

  private GuardDecision enterAttempt() {
    isInAttempt = guards.aroundAttempt().tryEnter();
    if (isInAttempt) {
      return run();
    }
    if (!isOutermost.getAsBoolean()) {
      leaveCall(Verdict.NONE);
      return new GuardDecision.RunUnguarded();
    }
    Optional<? extends Guard> refused = guards.aroundAttempt().enter();
    isInAttempt = refused.isEmpty();
    if (isInAttempt) {
      return run();
    }
    Throwable thrown = guarded.refusal(refused.get());
    if (countsAsFailed(thrown)) {
      return failed(thrown, Judgement.RETRYABLE);
    }
    leaveCall(Verdict.NONE);
    return refuse(thrown);
  }

  private boolean countsAsFailed(Throwable thrown) {
    return engine.judge(guarded.strategy(), FailureKind.REFUSED, thrown) == Judgement.RETRYABLE;
  }

  private GuardDecision refuse(Throwable thrown) {
    engine.recordFinalFailure(thrown, Threading.CALLER);
    return substituteFor(new GuardDecision.Throw(thrown));
  }

  private GuardDecision run() {
    timed = guarded.startTiming();
    return new GuardDecision.Run();
  }

  /** Records an attempt that threw. */
  public GuardDecision thrown(Throwable thrown) {
    boolean late = endTiming();
    if (isPartOfOuterCall()) {
      leave(Verdict.NONE);
      return late
          ? new GuardDecision.Throw(timeUp(Optional.of(thrown)))
          : new GuardDecision.EndAsIs();
    }
    if (late) {
      return timedOut(Optional.of(thrown));
    }
    Judgement judgement = engine.judge(guarded.strategy(), FailureKind.THROWN, thrown);
    leaveAttempt(Verdict.of(judgement, thrown));
    GuardDecision next = failed(thrown, judgement);
    return next instanceof GuardDecision.Throw end && end.thrown() == thrown
        ? new GuardDecision.EndAsIs()
        : next;
  }

  /**
   * Records an attempt that returned.
   *
   * @param result null if the strategy has no conditions on results
   */
  public GuardDecision returned(@Nullable Object result) {
    boolean late = endTiming();
    boolean unwanted = !late && guarded.isFailure(result);
    if ((late || unwanted) && isPartOfOuterCall()) {
      leave(Verdict.NONE);
      return new GuardDecision.EndAsIs();
    }
    if (late) {
      engine.discard(result);
      return timedOut(Optional.empty());
    }
    if (unwanted) {
      leaveAttempt(Verdict.FAILED);
      return failedByResult(result);
    }
    leave(Verdict.SUCCEEDED);
    if (retry == null) {
      guarded.countSuccess(calledWith);
    } else {
      retry.succeeded();
    }
    return new GuardDecision.EndAsIs();
  }

  private boolean isPartOfOuterCall() {
    return retry == null && !isOutermost.getAsBoolean();
  }

  private boolean endTiming() {
    boolean late = timed.isPresent() && timed.get().end();
    timed = Optional.empty();
    return late;
  }

  private GuardDecision timedOut(Optional<Throwable> instead) {
    Throwable timeUp = timeUp(instead);
    Judgement judgement = engine.judge(guarded.strategy(), FailureKind.TIMED_OUT, timeUp);
    leaveAttempt(Verdict.FAILED);
    return failed(timeUp, judgement);
  }

  private Throwable timeUp(Optional<Throwable> instead) {
    guards.timedOut();
    Throwable timeUp = guarded.timeUp();
    instead.ifPresent(timeUp::addSuppressed);
    return timeUp;
  }

  private GuardDecision failed(Throwable thrown, Judgement judgement) {
    Throwable last = thrown;
    Judgement judged = judgement;
    while (retry().failed(last, judged)) {
      attempt++;
      if (refusal.isEmpty()) {
        return run();
      }
      last = refusal.get();
      judged = Judgement.RETRYABLE;
    }
    leaveAttempt(Verdict.NONE); // held if the engine broke off after it was admitted
    leaveCall(Verdict.of(judged, last));
    GuardDecision end = new GuardDecision.Throw(last);
    return judged == Judgement.RETRYABLE ? substituteFor(end) : end;
  }

  private GuardDecision failedByResult(@Nullable Object result) {
    if (retry().returned(result)) {
      attempt++;
      return refusal.isEmpty() ? run() : failed(refusal.get(), Judgement.RETRYABLE);
    }
    leaveAttempt(Verdict.NONE);
    leaveCall(Verdict.FAILED);
    GuardDecision end = substituteFor(new GuardDecision.EndAsIs());
    if (!(end instanceof GuardDecision.EndAsIs)) {
      engine.discard(result);
    }
    return end;
  }

  /** Avoids a pointless back-off: refuses if the breaker will still be open after it. */
  @Override
  public boolean mayAdmitAfter(Duration delay) {
    Optional<? extends Guard> refused = guards.aroundAttempt().refusesFor(delay);
    return refused.isEmpty() || countsAsFailed(guarded.refusal(refused.get()));
  }

  /** Acquires permits after a back-off, before the next attempt. */
  @Override
  public boolean admits() {
    Optional<? extends Guard> refused = guards.aroundAttempt().enter();
    isInAttempt = refused.isEmpty();
    refusal = refused.map(guarded::refusal);
    return refusal.isEmpty() || countsAsFailed(refusal.get());
  }

  private GuardDecision substituteFor(GuardDecision failure) {
    MethodFallback substitute = guarded.substitute();
    if (substitute instanceof MethodFallback.None) {
      return failure;
    }
    guards.fellBack();
    return substitute instanceof MethodFallback.Value value
        ? new GuardDecision.Return(value.value())
        : new GuardDecision.CallFallback(failure);
  }

  /** Releases what the call holds. */
  private void leave(Verdict verdict) {
    leaveAttempt(verdict);
    leaveCall(verdict);
  }

  private void leaveAttempt(Verdict verdict) {
    if (isInAttempt) {
      isInAttempt = false;
      guards.aroundAttempt().leave(verdict);
    }
  }

  private void leaveCall(Verdict verdict) {
    if (isInCall) {
      isInCall = false;
      guards.aroundCall().leave(verdict);
    }
  }

  private RetryCall retry() {
    RetryCall begun = retry;
    if (begun == null) {
      begun = engine.begin(guarded.operation(), guarded.strategy(), id, start, this);
      if (calledWith != null) {
        begun.calledWith(calledWith);
      }
      retry = begun;
    }
    return begun;
  }
}
