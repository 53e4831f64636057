package dev.mulligan.retry.listener;

import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.retry.EngineSettings;
import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.strategy.Operation;

/**
 * Receives calls whose attempts are used up and whose strategy notifies. It does not receive calls
 * that ended with an exception that is not retryable, by an interrupt or by the shutdown.
 */
public interface FailureListener {

  /**
   * Counts a failure that repeats one reported a short while ago, so that no report needs to be
   * built. Called first, on the same thread; must take far less than a microsecond.
   *
   * @param task whose failure it is
   * @param failure the exception, or the result
   * @return false if {@link #failed} must be called
   */
  default boolean countsRepeat(Operation operation, TaskIdentity task, Object failure) {
    return false;
  }

  /** Whether the caller gets something else instead of a failure: outer rules see none then. */
  default boolean isReplaced(Operation operation) {
    return false;
  }

  /**
   * Receives a failed call, on the call's thread and before the caller gets the exception: must be
   * quick and not block. Its exceptions are logged and ignored.
   *
   * @return whether a notification will be sent
   */
  boolean failed(FailedCall call);

  /**
   * Receives the first success of an operation after one of its calls was reported to {@link
   * #failed}. Called on the thread of the successful call, as above.
   *
   * @param task whose call it was; if unknown, any of the operation's tasks
   */
  default void recovered(Operation operation, TaskIdentity task) {}

  /**
   * Receives an operation whose rate of retries exceeds {@link EngineSettings#retryRate}. Called
   * once until the rate has fallen to half of it, on the thread of a call, as above.
   *
   * @param rate the number of retries within the threshold's period
   */
  default void retriedOften(Operation operation, double rate, RetryRate threshold) {}
}
