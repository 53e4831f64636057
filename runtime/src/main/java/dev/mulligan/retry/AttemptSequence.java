package dev.mulligan.retry;

import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.task.CalledWith;
import dev.mulligan.retry.wait.BusyThreads;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one call as a state machine: after each of them it says how long to wait for the
 * next one, or that there is none. The waiting is its user's, who says when it begins and ends.
 *
 * <p>No method throws: where something of ours goes wrong there is no further attempt. While one
 * runs, the application's methods that it calls are not retried: see {@link BusyThreads}.
 */
abstract sealed class AttemptSequence permits LiveCall, ObservedCall, InertCall {

  static final long NO_FURTHER_ATTEMPT = -1;
  static final long AT_ONCE = 0;

  final EngineParts parts;

  AttemptSequence(EngineParts parts) {
    this.parts = parts;
  }

  // The same guard around five steps, not one that is given the step: linking a lambda takes
  // milliseconds, which the first call that fails would have to wait.

  /**
   * An attempt threw.
   *
   * @param judgement of the engine, where it was asked before
   * @return nanoseconds, or {@link #NO_FURTHER_ATTEMPT}
   */
  final long failed(Throwable thrown, @Nullable Judgement judgement) {
    parts.busy().enter();
    try {
      boolean retries = judgement == null ? retries(thrown) : judgement == Judgement.RETRYABLE;
      return retries ? afterRetryable(thrown) : afterFinal(thrown);
    } catch (Throwable own) {
      return endBy(own);
    } finally {
      parts.busy().leave();
    }
  }

  /**
   * An attempt returned, and the strategy has conditions on results.
   *
   * @return as above
   */
  final long returned(@Nullable Object result) {
    parts.busy().enter();
    try {
      return afterResult(result);
    } catch (Throwable own) {
      return endBy(own);
    } finally {
      parts.busy().leave();
    }
  }

  /**
   * The waiting is over.
   *
   * @param cutShort why the call must end
   * @return whether to make another attempt, now
   */
  final boolean goesOn(Optional<EndReason> cutShort) {
    parts.busy().enter();
    try {
      return afterWaiting(cutShort) != NO_FURTHER_ATTEMPT;
    } catch (Throwable own) {
      return endBy(own) != NO_FURTHER_ATTEMPT;
    } finally {
      parts.busy().leave();
    }
  }

  /** Logs the next attempt, where such lines are wanted. */
  final void announceRetry() {
    if (parts.log().logsRetries()) {
      parts.busy().enter();
      try {
        logRetry();
      } catch (Throwable own) {
        endBy(own);
      } finally {
        parts.busy().leave();
      }
    }
  }

  /** An attempt after the first succeeded. */
  final void succeeded() {
    end(EndReason.VALUE_RETURNED);
  }

  /** Nobody wants the result any more. */
  final void cancelled() {
    end(EndReason.CANCELLED);
  }

  private void end(EndReason reason) {
    parts.busy().enter();
    try {
      endWithoutFailure(reason);
    } catch (Throwable own) {
      endBy(own);
    } finally {
      parts.busy().leave();
    }
  }

  private long endBy(Throwable own) {
    ownFailure(own);
    return NO_FURTHER_ATTEMPT;
  }

  abstract boolean retries(Throwable thrown);

  abstract long afterRetryable(Throwable thrown);

  abstract long afterFinal(Throwable thrown);

  abstract long afterResult(@Nullable Object result);

  /** Of a call that makes further attempts, as are the following ones. */
  CallId id() {
    throw new IllegalStateException("there is no further attempt");
  }

  /** What the method was called with, where the strategy wants to know. */
  void calledWith(CalledWith call) {}

  /** Lets go of what is the application's. */
  void forget() {}

  /** The waiting begins. */
  void fellAsleep() {}

  /** The waiting ends: {@link #goesOn} or {@link #cancelled} follows. */
  void woke() {}

  void logRetry() {}

  long afterWaiting(Optional<EndReason> cutShort) {
    return NO_FURTHER_ATTEMPT;
  }

  long endWithoutFailure(EndReason reason) {
    return NO_FURTHER_ATTEMPT;
  }

  void ownFailure(Throwable own) {}
}
