package dev.mulligan.retry;

import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.task.CalledWith;
import dev.mulligan.thread.Alarm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One logical call of an asynchronous method, from its first failure to its end. No thread waits
 * for it: the call itself is the timer's entry. No method throws or blocks. Only {@link #cancel}
 * may be called at any time; the other methods are called by one thread at a time.
 *
 * <p>Once a method has reported that there is no further attempt, the call is over and must not be
 * used any more.
 */
public final class AsyncCall extends Alarm {

  private final AttemptSequence attempts;
  private final Admission admission;
  private @Nullable Resumption resumption;

  AsyncCall(AttemptSequence attempts, Admission admission) {
    this.attempts = attempts;
    this.admission = admission;
  }

  /**
   * Sets the receiver and the arguments of the call, which the strategy needs to identify its task.
   */
  public AsyncCall calledWith(CalledWith call) {
    attempts.calledWith(call);
    return this;
  }

  /**
   * Records a failed attempt.
   *
   * @param thrown the application's own exception, without the wrappers of futures
   * @param next the callback for the end of the back-off
   * @return false if there is no further attempt: the caller must receive this exception, and next
   *     is not called
   */
  public boolean failed(Throwable thrown, Resumption next) {
    return waits(attempts.failed(thrown, null), next);
  }

  /**
   * Records a failed attempt as {@link #failed(Throwable, Resumption)} does, with a judgement that
   * the caller already has.
   *
   * @return false if there is no further attempt
   */
  public boolean failed(Throwable thrown, Judgement judgement, Resumption next) {
    return waits(attempts.failed(thrown, judgement), next);
  }

  /**
   * Records the result of an attempt, if the strategy has conditions on results. If another attempt
   * follows, the result is closed if it is {@link AutoCloseable}.
   *
   * @return false if there is no further attempt, and next is not called
   */
  public boolean returned(@Nullable Object result, Resumption next) {
    return waits(attempts.returned(result), next);
  }

  /**
   * Records that an inner call has given up inside this attempt.
   *
   * @param isResult on a result, not on an exception
   */
  public void givenUpInside(boolean isResult) {
    attempts.givenUpInside(isResult);
  }

  /** Whether the call has ended, and outer rules must not retry its outcome. */
  public boolean hasGivenUp() {
    return attempts.hasGivenUp();
  }

  /** Returns the start of the current attempt. */
  public long attemptStart() {
    return attempts.attemptStart();
  }

  /**
   * Hands the call's outcome to those who wait for it, on this thread. If the call has given up on
   * that outcome, outer calls that fail meanwhile are not retried.
   */
  public void deliver(Runnable delivery) {
    if (attempts.hasGivenUp()) {
      attempts.deliver(delivery);
    } else {
      delivery.run();
    }
  }

  /** Records a success, if the strategy has no conditions on results. */
  public void succeeded() {
    attempts.succeeded();
  }

  /** Records a failure that must not be retried. */
  public void failedForGood(Throwable thrown) {
    attempts.failed(thrown, Judgement.FINAL);
  }

  /**
   * Cancels the call during its back-off; the {@link Resumption} is not called. A call that is not
   * waiting continues until {@link #abandoned}.
   *
   * @return whether the call was waiting
   */
  public boolean cancel() {
    try {
      boolean slept = attempts.parts.timer().unset(this);
      if (slept) {
        attempts.waitEnded();
      }
      boolean waited = slept || admission.withdraw();
      if (waited) {
        attempts.cancelled();
      }
      return waited;
    } catch (Throwable own) { // no stack or memory left
      return false;
    }
  }

  /** Ends a cancelled call when its running attempt has ended, or is not made. */
  public void abandoned() {
    attempts.cancelled();
  }

  @Override
  protected void onExpiry() {
    try {
      attempts.waitEnded();
      admission.decide(this::decided);
    } catch (Throwable own) { // no stack or memory left
      endsForShutdown();
    }
  }

  @Override
  protected void onTimerClosed() {
    try {
      attempts.waitEnded();
    } finally {
      endsForShutdown();
    }
  }

  private void endsForShutdown() {
    resume(attempts.resume(Optional.of(EndReason.SHUTDOWN)));
  }

  private void decided() {
    boolean again = attempts.resume(Optional.empty());
    if (!again) {
      admission.decline();
    }
    resume(again);
  }

  private void resume(boolean again) {
    Resumption next = resumption;
    resumption = null;
    if (next != null && again) {
      next.attempt();
    } else if (next != null) {
      next.end();
    }
  }

  private boolean waits(long nanos, Resumption next) {
    if (nanos == AttemptSequence.NO_FURTHER_ATTEMPT) {
      return false;
    }
    try {
      return waitsUnlessClosed(nanos, next) || attempts.resume(Optional.of(EndReason.SHUTDOWN));
    } catch (Throwable own) { // no stack, memory or thread left
      return false;
    }
  }

  private boolean waitsUnlessClosed(long nanos, Resumption next) {
    if (attempts.parts.pauses().isEnded()) {
      return false;
    }
    resumption = next;
    attempts.waitStarted();
    boolean waits = attempts.parts.timer().set(this, nanos);
    if (!waits) {
      attempts.waitEnded();
    }
    return waits;
  }
}
