package dev.mulligan.guard;

import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.task.CalledWith;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The application's side of a call of an asynchronous method: what depends on how the method tells
 * its result. None of these throws but {@link #dispatch}.
 */
public interface AsyncSide {

  CallId id();

  /** Null where nobody wants to know what the operation was called with. */
  default @Nullable CalledWith calledWith() {
    return null;
  }

  /** The call's first attempt came to a value. */
  default void countSuccess(GuardedOperation operation) {
    operation.countSuccess(calledWith());
  }

  /**
   * Runs a task on a thread of the application's. What it throws says that there is none any more,
   * and that the task will not run.
   */
  void dispatch(Runnable task);

  /** What a call fails with whose next attempt found no thread; null: as its last attempt ended. */
  default @Nullable Throwable failureBy(Throwable rejection) {
    return null;
  }

  /** Makes an attempt on this thread. Its end must be told to it. */
  void run(AsyncAttempt attempt);

  /** Nobody wants to know any more what comes of an attempt. */
  void cancel(AsyncAttempt attempt);

  /** Whether the caller's future is settled already, as by cancelling it. */
  boolean isUnwanted();

  /** Whether the caller wants no further attempt, be it that it still wants the one that runs. */
  default boolean wantsNoMore() {
    return isUnwanted();
  }

  /** The call waited, for a permit or in a back-off, until the caller wanted no further attempt. */
  default void stoppedWaiting() {}

  /**
   * Whether an attempt whose time is over, and which was cancelled, is waited for: what follows it
   * begins when it has ended.
   */
  default boolean awaitsCancelled() {
    return false;
  }

  /** Whether an attempt failed because somebody cancelled it. */
  default boolean isCancellation(Throwable failure) {
    return failure instanceof CancellationException;
  }

  /** Settles the caller's future: with the value where there is no failure. */
  void settle(@Nullable Object value, @Nullable Throwable failure);

  /**
   * Settles the caller's future with what the fallback method's comes to, and if there is none with
   * the value or the failure.
   */
  void fallBack(@Nullable Object value, @Nullable Throwable failure);
}
