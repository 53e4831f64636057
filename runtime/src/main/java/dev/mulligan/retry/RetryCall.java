package dev.mulligan.retry;

import org.jspecify.annotations.Nullable;

/**
 * One logical call on its way through its attempts, from its first failure on. Belongs to one
 * thread at a time. No method throws, whatever happens; each may wait for the length of a back-off.
 *
 * <p>Once a method has said that there is no further attempt, the call is over and must not be used
 * any more.
 */
public sealed interface RetryCall permits LiveCall, ObservedCall, InertCall {

  /**
   * An attempt threw. Where there is no further attempt, the caller must be given this very
   * exception, to which the earlier ones are attached.
   *
   * @return whether to make another attempt, now
   */
  boolean failed(Throwable thrown);

  /**
   * An attempt returned, and the strategy has conditions on results. Where there is a further
   * attempt, the result was closed if it is {@link AutoCloseable}.
   *
   * @return whether to make another attempt, now
   */
  boolean returned(@Nullable Object result);

  /** An attempt after the first returned, and the strategy has no conditions on results. */
  void succeeded();
}
