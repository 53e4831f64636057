package dev.mulligan.guard;

import dev.mulligan.guard.limit.Verdict;
import dev.mulligan.retry.AsyncCall;
import dev.mulligan.retry.Judgement;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.nested.Threading;
import dev.mulligan.retry.task.CalledWith;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The state of an asynchronous call, and the ways it ends: as its last attempt did, or with the
 * fallback.
 */
abstract class PendingCall {

  final GuardedOperation operation;
  final Passage passage;
  private final long start;

  /** The start of the first attempt's body, or {@link RetryEngine#START_UNSEEN}. */
  private final long bodyStart;

  private volatile @Nullable AsyncSide side;
  private volatile @Nullable AsyncCall retry;

  // The outcome of the last attempt. Accessed only by the thread that owns the call.
  private @Nullable Object value;
  private @Nullable Throwable failure;

  /**
   * @param start of {@link RetryEngine#now} at the start of the first attempt
   * @param startSeen whether the first attempt's body has not begun before that
   */
  PendingCall(GuardedOperation operation, long start, boolean startSeen) {
    this.operation = operation;
    this.start = start;
    this.bodyStart = startSeen ? start : RetryEngine.START_UNSEEN;
    this.passage = Passage.of(this, operation);
  }

  /** Makes an attempt on this thread. */
  abstract void runAttempt();

  /** Handles a refused or a timed-out attempt. */
  abstract void failedWith(Throwable thrown, Judgement judgement);

  /** Continues the call on one of the application's threads. */
  abstract void dispatch(Runnable task);

  /** Called after each start of a wait, because the caller may have cancelled just before. */
  abstract void stopWaitingIfUnwanted();

  final void attach(AsyncSide newSide) {
    side = newSide;
  }

  /** Returns null until the first attempt has returned. */
  final @Nullable AsyncSide knownSide() {
    return side;
  }

  final AsyncSide side() {
    return Objects.requireNonNull(side);
  }

  /** Returns the retries of this call; created at the first failure. */
  final AsyncCall retry() {
    AsyncCall begun = retry;
    if (begun == null) {
      AsyncSide of = side();
      begun =
          operation
              .engine()
              .beginAsync(operation.operation(), operation.strategy(), of.id(), start, passage);
      CalledWith with = of.calledWith();
      if (with != null) {
        begun.calledWith(with);
      }
      retry = begun;
    }
    return begun;
  }

  /** Stores the outcome of an attempt. */
  final void keep(@Nullable Object newValue, @Nullable Throwable newFailure) {
    value = newValue;
    failure = newFailure;
  }

  /** Ends the call with a success that needs no check of its value. */
  final void succeed() {
    passage.leave(Verdict.SUCCEEDED);
    AsyncCall begun = retry;
    AsyncSide known = side;
    if (begun != null) {
      begun.succeeded();
    } else if (known != null) {
      known.countSuccess(operation);
    } else {
      operation.countSuccess();
    }
  }

  /** Ends the call without an outcome: its result is no longer needed. */
  final void abandon() {
    passage.leave(Verdict.NONE);
    AsyncCall begun = retry;
    if (begun != null) {
      begun.abandoned();
    }
  }

  /**
   * Cancels a wait for a permit or a back-off.
   *
   * @return whether the call was waiting
   */
  final boolean stopsWaiting() {
    AsyncCall begun = retry;
    return begun == null ? passage.withdraw() : begun.cancel();
  }

  /** Completes the caller's future as the last attempt ended. */
  final void endAsIs() {
    deliver(this::settle);
  }

  private void settle() {
    side().settle(value, failure);
  }

  /**
   * Hands the outcome to those who wait for it. If the attempts are used up, outer rules do not
   * retry it.
   */
  public final void deliver(Runnable delivery) {
    AsyncCall begun = retry;
    if (begun == null) {
      delivery.run();
    } else {
      begun.deliver(delivery);
    }
  }

  /** Whether the call has ended, and outer rules must not retry its outcome. */
  public final boolean hasGivenUp() {
    AsyncCall begun = retry;
    return begun != null && begun.hasGivenUp();
  }

  /** Called on the thread of an attempt's body when that has returned. */
  final boolean isGivenUpInBody(boolean resultsOnly) {
    AsyncCall begun = retry;
    return operation
        .engine()
        .isGivenUpInBody(begun == null ? bodyStart : begun.attemptStart(), resultsOnly);
  }

  /** Completes the caller's future with the fallback, if there is one. */
  final void endWithSubstitute() {
    MethodFallback substitute = operation.substitute();
    if (substitute instanceof MethodFallback.None) {
      endAsIs();
      return;
    }
    operation.guards().fellBack();
    if (failure == null) {
      operation.engine().discard(value);
    }
    if (substitute instanceof MethodFallback.Value given) {
      side().settle(given.value(), null);
    } else {
      side().fallBack(value, failure);
    }
  }

  /** Ends the call after its attempts are used up. */
  final void endFailed() {
    passage.leaveCall(Verdict.FAILED);
    endWithSubstitute();
  }

  /** Ends the call after a guard has refused the first attempt. */
  final void endRefused(Throwable refusal) {
    operation.engine().recordFinalFailure(refusal, Threading.ANY);
    keep(null, refusal);
    endWithSubstitute();
  }

  /** Ends the call after the executor has rejected the next attempt. */
  final void endRejected(Throwable rejection) {
    Throwable instead = side().failureBy(rejection);
    if (instead != null) {
      keep(null, instead);
      passage.leave(Verdict.NONE);
      retry().failedForGood(instead);
    } else {
      abandon();
    }
    if (retry == null && failure == null) { // no attempt was made
      failure = new CancellationException();
    }
    endAsIs();
  }

  /** Ends the call after an internal error, which must not leave the application waiting. */
  final void endBy(Throwable own) {
    operation.ownFailure(own);
    passage.leave(Verdict.NONE);
    settle();
  }
}
