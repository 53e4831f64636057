package dev.mulligan.retry;

import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.task.CalledWith;
import dev.mulligan.thread.Alarm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One logical call of an asynchronous method on its way through its attempts, from its first
 * failure on. No thread waits for it: it is itself what the timer holds. Its methods never throw
 * nor block; but for {@link #cancel}, which may come at any time, they are called by one thread at
 * a time.
 *
 * <p>Once a method has said that there is no further attempt, the call is over and must not be used
 * any more.
 */
public final class AsyncCall extends Alarm {

  private final AttemptSequence attempts;
  private final Admission admission;
  private @Nullable Resumption resumption;

  AsyncCall(AttemptSequence attempts, Admission admission) {
    this.attempts = attempts;
    this.admission = admission;
  }

  /** What the method was called with; needed where the strategy names tasks after it. */
  public AsyncCall calledWith(CalledWith call) {
    attempts.calledWith(call);
    return this;
  }

  /**
   * An attempt failed.
   *
   * @param thrown the application's own exception, without what futures wrap around it
   * @param next hears of the end of the waiting
   * @return false when there is no further attempt: the caller must be given this very failure, and
   *     next is not used
   */
  public boolean failed(Throwable thrown, Resumption next) {
    return waits(attempts.failed(thrown, null), next);
  }

  /**
   * As {@link #failed(Throwable, Resumption)}, for a caller that has asked the engine already.
   *
   * @return false when there is no further attempt
   */
  public boolean failed(Throwable thrown, Judgement judgement, Resumption next) {
    return waits(attempts.failed(thrown, judgement), next);
  }

  /**
   * An attempt came to a result, and the strategy has conditions on results. Where there is a
   * further attempt, the result is closed if it is {@link AutoCloseable}.
   *
   * @return false when there is no further attempt, and next is not used
   */
  public boolean returned(@Nullable Object result, Resumption next) {
    return waits(attempts.returned(result), next);
  }

  /** An attempt came to a result, and the strategy has no conditions on results. */
  public void succeeded() {
    attempts.succeeded();
  }

  /** An attempt failed in a way that no other may follow. */
  public void failedForGood(Throwable thrown) {
    attempts.failed(thrown, Judgement.FINAL);
  }

  /**
   * Nobody wants the result any more: ends the waiting, of which the {@link Resumption} hears no
   * more. A call that does not wait just then goes on until it is {@link #abandoned}.
   *
   * @return whether it waited
   */
  public boolean cancel() {
    try {
      boolean slept = attempts.parts.timer().unset(this);
      if (slept) {
        attempts.woke();
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

  /** An attempt is over, or not made, whose outcome nobody wants any more. */
  public void abandoned() {
    attempts.cancelled();
  }

  @Override
  protected void rings() {
    try {
      attempts.woke();
      admission.decide(this::decided);
    } catch (Throwable own) { // no stack or memory left
      endsForShutdown();
    }
  }

  @Override
  protected void endsEarly() {
    try {
      attempts.woke();
    } finally {
      endsForShutdown();
    }
  }

  private void endsForShutdown() {
    resume(attempts.goesOn(Optional.of(EndReason.SHUTDOWN)));
  }

  private void decided() {
    boolean again = attempts.goesOn(Optional.empty());
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
      return waitsUnlessClosed(nanos, next) || attempts.goesOn(Optional.of(EndReason.SHUTDOWN));
    } catch (Throwable own) { // no stack, memory or thread left
      return false;
    }
  }

  private boolean waitsUnlessClosed(long nanos, Resumption next) {
    if (attempts.parts.pauses().isEnded()) {
      return false;
    }
    resumption = next;
    attempts.fellAsleep();
    boolean waits = attempts.parts.timer().set(this, nanos);
    if (!waits) {
      attempts.woke();
    }
    return waits;
  }
}
