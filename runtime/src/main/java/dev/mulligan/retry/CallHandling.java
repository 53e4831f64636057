package dev.mulligan.retry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done about a call: see {@link RetryCall}. */
sealed interface CallHandling permits LiveCall, ObservedCall, InertCall {

  long NO_FURTHER_ATTEMPT = -1;

  /** Of a call that makes further attempts. */
  default CallId id() {
    throw new IllegalStateException("there is no further attempt");
  }

  /** What the method was called with, where the strategy wants to know. */
  default void calledWith(CalledWith call) {}

  boolean failed(Throwable thrown);

  boolean failed(Throwable thrown, Judgement judgement);

  boolean returned(@Nullable Object result);

  void succeeded();

  /**
   * As {@link #failed}, but the waiting is the caller's: {@link #fellAsleep}, {@link #woke}, {@link
   * #goesOn}.
   *
   * @return nanoseconds, or {@link #NO_FURTHER_ATTEMPT}
   */
  default long delayAfterFailure(Throwable thrown) {
    failed(thrown);
    return NO_FURTHER_ATTEMPT;
  }

  /** The same for a caller that has asked the engine already. */
  default long delayAfterFailure(Throwable thrown, Judgement judgement) {
    failed(thrown, judgement);
    return NO_FURTHER_ATTEMPT;
  }

  /** As {@link #returned}, but the waiting is the caller's. */
  default long delayAfterResult(@Nullable Object result) {
    returned(result);
    return NO_FURTHER_ATTEMPT;
  }

  default void fellAsleep(long delay) {}

  /**
   * @param nanos how long it waited
   */
  default void woke(long nanos) {}

  /**
   * The waiting is over.
   *
   * @param cutShort why the call must end
   * @return whether to make another attempt, now
   */
  default boolean goesOn(long delay, Optional<EndReason> cutShort) {
    return false;
  }

  /** Nobody wants the result any more. */
  default void cancelled() {}
}
