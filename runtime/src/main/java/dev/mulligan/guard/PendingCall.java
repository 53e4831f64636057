package dev.mulligan.guard;

import dev.mulligan.guard.limit.Verdict;
import dev.mulligan.retry.AsyncCall;
import dev.mulligan.retry.Judgement;
import dev.mulligan.retry.Threading;
import dev.mulligan.retry.task.CalledWith;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A call that holds no thread, with what is known of it until it ends, and how it ends: as its last
 * attempt did, or with the fallback.
 */
abstract class PendingCall {

  final GuardedOperation operation;
  final Passage passage;
  private final long start;
  private volatile @Nullable AsyncSide side;
  private volatile @Nullable AsyncCall retry;

  // What the last attempt came to. Of whoever has the call.
  private @Nullable Object value;
  private @Nullable Throwable failure;

  /**
   * @param start of {@link dev.mulligan.retry.RetryEngine#now} when the first attempt began
   */
  PendingCall(GuardedOperation operation, long start) {
    this.operation = operation;
    this.start = start;
    this.passage = Passage.of(this, operation);
  }

  /** Makes an attempt on this thread. */
  abstract void runAttempt();

  /** No attempt was made, or the time of one was over. */
  abstract void failedWith(Throwable thrown, Judgement judgement);

  /** Goes on with the call on a thread of the application's. */
  abstract void dispatch(Runnable task);

  /** After each beginning of a wait: the caller may have cancelled while there was none. */
  abstract void stopWaitingIfUnwanted();

  final void attach(AsyncSide newSide) {
    side = newSide;
  }

  /** Null while the first attempt has not returned. */
  final @Nullable AsyncSide knownSide() {
    return side;
  }

  final AsyncSide side() {
    return Objects.requireNonNull(side);
  }

  /** Begins with the first failure. */
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

  /** An attempt came to this, or failed with it. */
  final void keep(@Nullable Object newValue, @Nullable Throwable newFailure) {
    value = newValue;
    failure = newFailure;
  }

  /** An attempt came to a value of which nothing more is asked. */
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

  /** Nobody wants to know what the call comes to. */
  final void abandon() {
    passage.leave(Verdict.NONE);
    AsyncCall begun = retry;
    if (begun != null) {
      begun.abandoned();
    }
  }

  /** Whether the call waited for a permit or in a back-off, which is over now. */
  final boolean stopsWaiting() {
    AsyncCall begun = retry;
    return begun == null ? passage.withdraw() : begun.cancel();
  }

  /** As the last attempt. */
  final void endAsIs() {
    side().settle(value, failure);
  }

  /** With the fallback, where there is one. */
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

  /** The attempts are used up. */
  final void endFailed() {
    passage.leaveCall(Verdict.FAILED);
    endWithSubstitute();
  }

  /** A guard refused the first attempt. */
  final void endRefused(Throwable refusal) {
    operation.engine().gaveUpOn(refusal, Threading.ANY);
    keep(null, refusal);
    endWithSubstitute();
  }

  /** There is no thread for the next attempt. */
  final void endRejected(Throwable rejection) {
    Throwable instead = side().failureBy(rejection);
    if (instead != null) {
      keep(null, instead);
      passage.leave(Verdict.NONE);
      retry().failedForGood(instead);
    } else {
      abandon();
    }
    if (retry == null && failure == null) { // there was no attempt at all
      failure = new CancellationException();
    }
    endAsIs();
  }

  /** By a failure of our own, which must not leave the application waiting. */
  final void endBy(Throwable own) {
    operation.ownFailure(own);
    passage.leave(Verdict.NONE);
    endAsIs();
  }
}
