package dev.mulligan.retry;

/**
 * Is told of calls whose attempts are used up and whose strategy notifies. Not of those that ended
 * with an exception that is not retryable, by an interrupt or by the shutdown.
 */
public interface FailureListener {

  /**
   * Called on the thread of the call, before it gets its exception: must be quick and not block.
   * What it throws is logged and forgotten.
   *
   * @return whether a notification is on its way
   */
  boolean failed(FailedCall call);

  /**
   * A call succeeded, for the first time since one of the same operation was told of by {@link
   * #failed}. Called on the thread of that call, as above.
   */
  default void recovered(Operation operation) {}

  /**
   * An operation is retried more often than {@link RetryEngine#watch} allows; told once until the
   * rate has fallen to the half. Called on the thread of a call, as above.
   *
   * @param rate retries within the threshold's time
   */
  default void retriedOften(Operation operation, double rate, RetryRate threshold) {}
}
