package dev.mulligan.retry;

import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.nested.NestedFailures;
import dev.mulligan.retry.task.CalledWith;
import dev.mulligan.retry.wait.BusyThreads;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one call as a state machine. After each attempt it returns the delay before the
 * next one, or that there is none. Its user does the waiting, and reports its start and end.
 *
 * <p>No method throws: after an internal error there is no further attempt. Application methods
 * that a method calls are not retried: see {@link BusyThreads}. A call that just goes on, or
 * succeeds, calls none and does not pay for that protection.
 */
abstract sealed class AttemptSequence permits LiveCall, ObservedCall, InertCall {

  static final long NO_FURTHER_ATTEMPT = -1;
  static final long AT_ONCE = 0;

  final EngineParts parts;

  AttemptSequence(EngineParts parts) {
    this.parts = parts;
  }

  // These methods repeat the same try block instead of sharing one that takes a lambda: linking a
  // lambda takes milliseconds, which would delay the first failing call.

  /**
   * Records an attempt that threw.
   *
   * @param judgement null if the engine has not judged the exception yet
   * @return the delay in nanoseconds, or {@link #NO_FURTHER_ATTEMPT}
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
   * Records an attempt that returned, if the strategy has conditions on results.
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
   * Called after the back-off.
   *
   * @param cutShort why the call must end, if the back-off was cut short
   * @return whether to make another attempt now
   */
  final boolean resume(Optional<EndReason> cutShort) {
    try {
      return afterWaiting(cutShort) != NO_FURTHER_ATTEMPT;
    } catch (Throwable own) {
      return endBy(own) != NO_FURTHER_ATTEMPT;
    }
  }

  /** Logs the next attempt, if the log's level includes it. */
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

  /** Called when an attempt after the first succeeds. */
  final void succeeded() {
    end(EndReason.VALUE_RETURNED);
  }

  /** Called when the caller cancels the call. */
  final void cancelled() {
    end(EndReason.CANCELLED);
  }

  private void end(EndReason reason) {
    try {
      endWithoutFailure(reason);
    } catch (Throwable own) {
      endBy(own);
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

  /**
   * Returns the id of the call. Meaningful only for a call that retries, like the following
   * methods.
   */
  CallId id() {
    throw new IllegalStateException("there is no further attempt");
  }

  /**
   * Sets the receiver and the arguments of the call, which the strategy needs to identify its task.
   */
  void calledWith(CalledWith call) {}

  /** Drops all references to the application's objects. */
  void forget() {}

  /**
   * Records that an inner call has given up inside this asynchronous attempt.
   *
   * @param isResult on a result, not on an exception
   */
  void givenUpInside(boolean isResult) {}

  /** The start of the attempt, or {@link NestedFailures#UNSEEN}. */
  long attemptStart() {
    return NestedFailures.UNSEEN;
  }

  /** Whether the call has ended, and outer rules must not retry its outcome. */
  boolean hasGivenUp() {
    return false;
  }

  /** Hands the outcome of a call that has given up to those who wait for it. */
  void deliver(Runnable delivery) {
    delivery.run();
  }

  /** Called at the start of a back-off. */
  void waitStarted() {}

  /** Called at the end of a back-off; {@link #resume} or {@link #cancelled} follows. */
  void waitEnded() {}

  void logRetry() {}

  /** Not protected by {@link BusyThreads}: protects itself where it calls the application. */
  long afterWaiting(Optional<EndReason> cutShort) {
    return NO_FURTHER_ATTEMPT;
  }

  /** Not protected either. */
  long endWithoutFailure(EndReason reason) {
    return NO_FURTHER_ATTEMPT;
  }

  void ownFailure(Throwable own) {}
}
