package dev.mulligan.retry;

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

  /** What is done in {@link #guarded}; must capture nothing, so that none is ever allocated. */
  private interface Step<S extends @Nullable Object> {
    long take(AttemptSequence call, S subject);
  }

  /**
   * An attempt threw.
   *
   * @return nanoseconds, or {@link #NO_FURTHER_ATTEMPT}
   */
  final long failed(Throwable thrown) {
    return guarded(AttemptSequence::afterUnjudged, thrown);
  }

  /** The same where the engine was asked for its judgement before. */
  final long failed(Throwable thrown, Judgement judgement) {
    return judgement == Judgement.RETRYABLE
        ? guarded(AttemptSequence::afterRetryable, thrown)
        : guarded(AttemptSequence::afterFinal, thrown);
  }

  /**
   * An attempt returned, and the strategy has conditions on results.
   *
   * @return as above
   */
  @SuppressWarnings("NullAway") // which sees that the step takes null only on JDK 22 and later
  final long returned(@Nullable Object result) {
    return guarded(AttemptSequence::afterResult, result);
  }

  /** Logs the next attempt, where such lines are wanted. */
  final void announceRetry() {
    if (parts.log().logsRetries()) {
      guarded(AttemptSequence::logsRetry, parts.log());
    }
  }

  /**
   * The waiting is over.
   *
   * @param cutShort why the call must end
   * @return whether to make another attempt, now
   */
  final boolean goesOn(Optional<EndReason> cutShort) {
    return guarded(AttemptSequence::afterWaiting, cutShort) != NO_FURTHER_ATTEMPT;
  }

  /** An attempt after the first succeeded. */
  final void succeeded() {
    guarded(AttemptSequence::endWithoutFailure, EndReason.VALUE_RETURNED);
  }

  /** Nobody wants the result any more. */
  final void cancelled() {
    guarded(AttemptSequence::endWithoutFailure, EndReason.CANCELLED);
  }

  private <S extends @Nullable Object> long guarded(Step<S> step, S subject) {
    parts.busy().enter();
    try {
      return step.take(this, subject);
    } catch (Throwable own) {
      ownFailure(own);
      return NO_FURTHER_ATTEMPT;
    } finally {
      parts.busy().leave();
    }
  }

  private long afterUnjudged(Throwable thrown) {
    return retries(thrown) ? afterRetryable(thrown) : afterFinal(thrown);
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

  long logsRetry(RetryLog log) {
    return NO_FURTHER_ATTEMPT;
  }

  long afterWaiting(Optional<EndReason> cutShort) {
    return NO_FURTHER_ATTEMPT;
  }

  long endWithoutFailure(EndReason reason) {
    return NO_FURTHER_ATTEMPT;
  }

  void ownFailure(Throwable own) {}
}
