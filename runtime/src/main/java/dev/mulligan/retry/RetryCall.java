package dev.mulligan.retry;

import dev.mulligan.retry.condition.ExceptionCondition;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.task.CalledWith;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One logical call on its way through its attempts, from its first failure on, which sleeps between
 * them on the thread of its caller. Belongs to one thread at a time. No method throws, whatever
 * happens; each may sleep for the length of a back-off.
 *
 * <p>Once a method has said that there is no further attempt, the call is over and must not be used
 * any more, unless it is restarted.
 */
public final class RetryCall {

  private final AttemptSequence attempts;
  private List<ExceptionCondition> retryOn;

  RetryCall(AttemptSequence attempts, List<ExceptionCondition> retryOn) {
    this.attempts = attempts;
    this.retryOn = retryOn;
  }

  /**
   * Makes this call, which is over, another one, whose start was not seen and which needs no
   * admission: where a service is down every call fails, and the garbage of all of them would be
   * one more burden. Only for what was begun like that. It holds nothing of the application's
   * meanwhile.
   *
   * @return false when it can't be; it is of no use then
   */
  public boolean restart(Operation operation, Strategy strategy, @Nullable CallId id) {
    if (!(attempts instanceof LiveCall live) || operation.mode() == Operation.Mode.OBSERVE) {
      return false;
    }
    retryOn = strategy.retryOn();
    live.restart(operation, strategy, id);
    return true;
  }

  /** What the method was called with; needed where the strategy names tasks after it. */
  public void calledWith(CalledWith call) {
    attempts.calledWith(call);
  }

  /**
   * The same for all its attempts.
   *
   * @throws IllegalStateException when there has been no further attempt
   */
  public CallId id() {
    return attempts.id();
  }

  /**
   * An attempt threw. Where there is no further attempt, the caller must be given this very
   * exception, to which the earlier ones are attached.
   *
   * @return whether to make another attempt, now
   */
  public boolean failed(Throwable thrown) {
    return !isOutOfStack(thrown) && goesOnAfter(attempts.failed(thrown, null));
  }

  /**
   * As {@link #failed(Throwable)}, for a caller that has asked the engine already.
   *
   * @return whether to make another attempt, now
   */
  public boolean failed(Throwable thrown, Judgement judgement) {
    return !isOutOfStack(thrown) && goesOnAfter(attempts.failed(thrown, judgement));
  }

  /**
   * An attempt returned, and the strategy has conditions on results. Where there is a further
   * attempt, the result was closed if it is {@link AutoCloseable}.
   *
   * @return whether to make another attempt, now
   */
  public boolean returned(@Nullable Object result) {
    return goesOnAfter(attempts.returned(result));
  }

  /** An attempt after the first returned, and the strategy has no conditions on results. */
  public void succeeded() {
    attempts.succeeded();
    attempts.forget();
  }

  private boolean goesOnAfter(long nanos) {
    boolean again = nanos != AttemptSequence.NO_FURTHER_ATTEMPT && sleepsAndGoesOn(nanos);
    if (!again) {
      attempts.forget();
    }
    return again;
  }

  private boolean sleepsAndGoesOn(long nanos) {
    try {
      Duration delay = Duration.ofNanos(nanos);
      Optional<EndReason> hindrance = attempts.parts.pauses().hindrance(delay);
      return attempts.goesOn(hindrance.isPresent() ? hindrance : sleep(delay));
    } catch (Throwable own) { // no stack or memory left
      attempts.ownFailure(own);
      return false;
    }
  }

  /** Why the call must end. */
  private Optional<EndReason> sleep(Duration delay) {
    if (delay.isZero()) {
      attempts.announceRetry();
      return Optional.empty();
    }
    attempts.fellAsleep();
    try {
      return attempts.parts.pauses().pause(delay);
    } finally {
      attempts.woke();
    }
  }

  /**
   * Where the stack is used up, a class that is initialised for the first time, also one of the
   * JDK's, is broken for the rest of the process: so nothing must happen then. A rule can still
   * name the error.
   */
  private boolean isOutOfStack(Throwable thrown) {
    if (!(thrown instanceof StackOverflowError)) {
      return false;
    }
    for (ExceptionCondition condition : retryOn) {
      if (condition.speaksOf(thrown)) {
        return false;
      }
    }
    return true;
  }
}
