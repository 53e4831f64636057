package dev.mulligan.retry.listener;

import dev.mulligan.notify.TaskIdentity;
import dev.mulligan.retry.EngineSettings;
import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.strategy.Operation;

/**
 * Hears of calls whose attempts are used up and whose strategy notifies. Not of those that ended
 * with an exception that is not retryable, by an interrupt or by the shutdown.
 */
public interface FailureListener {

  /**
   * Counts a failure when it repeats what was reported a short while ago, so that no report need be
   * made of it. Called first, on the same thread; must take far less than a microsecond.
   *
   * @param task whose failure it is
   * @param failure the exception, or what was returned
   * @return false when {@link #failed} is to be called
   */
  default boolean countsRepeat(Operation operation, TaskIdentity task, Object failure) {
    return false;
  }

  /**
   * Called on the thread of the call, before it gets its exception: must be quick and not block.
   * What it throws is logged and forgotten.
   *
   * @return whether a notification is on its way
   */
  boolean failed(FailedCall call);

  /**
   * A call succeeded, for the first time since one of the same operation was reported to {@link
   * #failed}. Called on the thread of that call, as above.
   *
   * @param task whose call it was; unknown: any of the operation's
   */
  default void recovered(Operation operation, TaskIdentity task) {}

  /**
   * An operation is retried more often than {@link EngineSettings#retryRate} allows; reported once
   * until the rate has fallen to the half. Called on the thread of a call, as above.
   *
   * @param rate retries within the threshold's time
   */
  default void retriedOften(Operation operation, double rate, RetryRate threshold) {}
}
