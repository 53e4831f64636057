package dev.mulligan.retry;

import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.task.CalledWith;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One logical call, from its first failure to its end, that sleeps between attempts on its caller's
 * thread. Used by one thread at a time. No method throws; each may sleep for the length of a
 * back-off.
 *
 * <p>Once a method has reported that there is no further attempt, the call is over and must not be
 * used any more, unless it is restarted.
 */
public final class RetryCall {

  private final AttemptSequence attempts;

  RetryCall(AttemptSequence attempts) {
    this.attempts = attempts;
  }

  /**
   * Reuses this object, whose call is over, for another call with an unknown start and without
   * admission. It saves garbage while a service is down and every call fails. Allowed only if the
   * first call began in the same way. Between two calls it holds no reference to the application's
   * objects.
   *
   * @return false if it cannot be reused; discard it then
   */
  public boolean restart(Operation operation, Strategy strategy, @Nullable CallId id) {
    if (!(attempts instanceof LiveCall live) || operation.mode() == Operation.Mode.OBSERVE) {
      return false;
    }
    live.restart(operation, strategy, id);
    return true;
  }

  /**
   * Sets the receiver and the arguments of the call, which the strategy needs to identify its task.
   */
  public void calledWith(CalledWith call) {
    attempts.calledWith(call);
  }

  /**
   * Returns the id of the call, the same for all its attempts.
   *
   * @throws IllegalStateException if the call makes no further attempt
   */
  public CallId id() {
    return attempts.id();
  }

  /**
   * Records an attempt that threw, and sleeps during the back-off. If there is no further attempt,
   * the caller must receive this very exception; the earlier ones are attached to it.
   *
   * @return whether to make another attempt now
   */
  public boolean failed(Throwable thrown) {
    return !isOutOfStack(thrown) && continuesAfter(attempts.failed(thrown, null));
  }

  /**
   * Records an attempt as {@link #failed(Throwable)} does, with a judgement that the caller already
   * has.
   *
   * @return whether to make another attempt now
   */
  public boolean failed(Throwable thrown, Judgement judgement) {
    return !isOutOfStack(thrown) && continuesAfter(attempts.failed(thrown, judgement));
  }

  /**
   * Records an attempt that returned, if the strategy has conditions on results. If another attempt
   * follows, the result is closed if it is {@link AutoCloseable}.
   *
   * @return whether to make another attempt now
   */
  public boolean returned(@Nullable Object result) {
    return continuesAfter(attempts.returned(result));
  }

  /**
   * Records the success of an attempt after the first, if the strategy has no conditions on
   * results.
   */
  public void succeeded() {
    attempts.succeeded();
    attempts.forget();
  }

  private boolean continuesAfter(long nanos) {
    boolean again = nanos != AttemptSequence.NO_FURTHER_ATTEMPT && sleepsAndContinues(nanos);
    if (!again) {
      attempts.forget();
    }
    return again;
  }

  private boolean sleepsAndContinues(long nanos) {
    try {
      Duration delay = Duration.ofNanos(nanos);
      Optional<EndReason> reasonNotToWait = attempts.parts.pauses().reasonNotToWait(delay);
      return attempts.resume(reasonNotToWait.isPresent() ? reasonNotToWait : sleep(delay));
    } catch (Throwable own) { // no stack or memory left
      attempts.ownFailure(own);
      return false;
    }
  }

  /** Returns why the call must end, if the sleep was cut short. */
  private Optional<EndReason> sleep(Duration delay) {
    if (delay.isZero()) {
      attempts.announceRetry();
      return Optional.empty();
    }
    attempts.waitStarted();
    try {
      return attempts.parts.pauses().pause(delay);
    } finally {
      attempts.waitEnded();
    }
  }

  /**
   * Whether the stack is exhausted. A class, even one of the JDK, whose initialisation then fails
   * stays unusable for the rest of the process, so the engine does nothing.
   */
  private static boolean isOutOfStack(Throwable thrown) {
    return thrown instanceof StackOverflowError;
  }
}
