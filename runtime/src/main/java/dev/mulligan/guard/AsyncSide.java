package dev.mulligan.guard;

import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.task.CalledWith;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The application's side of an asynchronous call: everything that depends on the type of the
 * method's result. Only {@link #dispatch} may throw.
 */
public interface AsyncSide {

  CallId id();

  /** Returns the receiver and the arguments; null if the strategy does not need them. */
  default @Nullable CalledWith calledWith() {
    return null;
  }

  /** Counts a call whose first attempt succeeded. */
  default void countSuccess(GuardedOperation operation) {
    operation.countSuccess(calledWith());
  }

  /**
   * Runs a task on one of the application's threads. An exception means that no thread is available
   * and the task will not run.
   */
  void dispatch(Runnable task);

  /**
   * Returns the failure of a call whose next attempt was rejected by the executor; null to end as
   * the last attempt did.
   */
  default @Nullable Throwable failureBy(Throwable rejection) {
    return null;
  }

  /** Makes an attempt on this thread. Its outcome must be reported to the attempt. */
  void run(AsyncAttempt attempt);

  /** Cancels an attempt whose outcome is no longer needed. */
  void cancel(AsyncAttempt attempt);

  /** Whether the caller's future is already completed, such as by cancellation. */
  boolean isUnwanted();

  /** Whether the caller wants no further attempt; it may still want the running one. */
  default boolean wantsNoMore() {
    return isUnwanted();
  }

  /**
   * Called when a wait for a permit or a back-off has ended because the caller wanted no further
   * attempt.
   */
  default void stoppedWaiting() {}

  /** Whether to wait for the end of a timed-out, cancelled attempt before the call continues. */
  default boolean awaitsCancelled() {
    return false;
  }

  /** Whether an attempt failed because it was cancelled. */
  default boolean isCancellation(Throwable failure) {
    return failure instanceof CancellationException;
  }

  /** Completes the caller's future: with the value if there is no failure. */
  void settle(@Nullable Object value, @Nullable Throwable failure);

  /**
   * Completes the caller's future with the fallback method's result; if there is none, with the
   * value or the failure.
   */
  void fallBack(@Nullable Object value, @Nullable Throwable failure);
}
