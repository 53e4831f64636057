package dev.mulligan.retry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One logical call of an asynchronous method on its way through its attempts, from its first
 * failure on. No thread waits for it. Its methods never throw nor block; but for {@link #cancel},
 * which may come at any time, they are called by one thread at a time.
 *
 * <p>Once a method has said that there is no further attempt, the call is over and must not be used
 * any more.
 */
public final class AsyncCall extends Wait {

  private final EngineParts parts;
  private final CallHandling handling;
  private final Admission admission;
  private @Nullable Resumption resumption;
  private long delay;
  private long asleepSince;

  AsyncCall(EngineParts parts, CallHandling handling, Admission admission) {
    this.parts = parts;
    this.handling = handling;
    this.admission = admission;
  }

  /** What the method was called with; needed where the strategy names tasks after it. */
  public AsyncCall calledWith(CalledWith call) {
    handling.calledWith(call);
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
    try {
      return awaits(delayAfterFailure(thrown), next);
    } catch (Throwable own) { // no stack or memory left to say so
      return false;
    }
  }

  /**
   * As {@link #failed(Throwable, Resumption)}, for a caller that has asked the engine already.
   *
   * @return false when there is no further attempt
   */
  public boolean failed(Throwable thrown, Judgement judgement, Resumption next) {
    try {
      return awaits(delayAfterFailure(thrown, judgement), next);
    } catch (Throwable own) { // as above
      return false;
    }
  }

  /**
   * An attempt came to a result, and the strategy has conditions on results. Where there is a
   * further attempt, the result is closed if it is {@link AutoCloseable}.
   *
   * @return false when there is no further attempt, and next is not used
   */
  public boolean returned(@Nullable Object result, Resumption next) {
    try {
      return awaits(delayAfterResult(result), next);
    } catch (Throwable own) { // as above
      return false;
    }
  }

  /** An attempt came to a result, and the strategy has no conditions on results. */
  public void succeeded() {
    try {
      handling.succeeded();
    } catch (Throwable own) {
      // As above; and the call has succeeded anyway.
    }
  }

  /** An attempt failed in a way that no other may follow. */
  public void failedForGood(Throwable thrown) {
    try {
      handling.failed(thrown, Judgement.FINAL);
    } catch (Throwable own) {
      // As above.
    }
  }

  /**
   * Nobody wants the result any more: ends the waiting, of which the {@link Resumption} hears no
   * more. A call that does not wait just then goes on until it is {@link #abandoned}.
   *
   * @return whether it waited
   */
  public boolean cancel() {
    try {
      boolean slept = parts.waits().remove(this);
      if (slept) {
        woke();
      }
      boolean waited = slept || admission.withdraw();
      if (waited) {
        handling.cancelled();
      }
      return waited;
    } catch (Throwable own) { // as above
      return false;
    }
  }

  /** An attempt is over, or not made, whose outcome nobody wants any more. */
  public void abandoned() {
    try {
      handling.cancelled();
    } catch (Throwable own) {
      // As above.
    }
  }

  @Override
  void over(boolean cutShort) {
    try {
      woke();
      if (!cutShort) {
        admission.decide(this::decided);
        return;
      }
    } catch (Throwable own) {
      // As above: the call ends.
    }
    resume(goesOn(Optional.of(EndReason.SHUTDOWN)));
  }

  private void decided() {
    boolean again = goesOn(Optional.empty());
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

  private boolean goesOn(Optional<EndReason> cutShort) {
    try {
      return handling.goesOn(delay, cutShort);
    } catch (Throwable own) { // as above
      return false;
    }
  }

  private long delayAfterFailure(Throwable thrown, Judgement judgement) {
    parts.busy().enter();
    try {
      return handling.delayAfterFailure(thrown, judgement);
    } finally {
      parts.busy().leave();
    }
  }

  private long delayAfterFailure(Throwable thrown) {
    parts.busy().enter();
    try {
      return handling.delayAfterFailure(thrown);
    } finally {
      parts.busy().leave();
    }
  }

  private long delayAfterResult(@Nullable Object result) {
    parts.busy().enter();
    try {
      return handling.delayAfterResult(result);
    } finally {
      parts.busy().leave();
    }
  }

  private boolean awaits(long nanos, Resumption next) {
    if (nanos == CallHandling.NO_FURTHER_ATTEMPT) {
      return false;
    }
    if (parts.pauses().isEnded()) {
      return handling.goesOn(nanos, Optional.of(EndReason.SHUTDOWN));
    }
    delay = nanos;
    resumption = next;
    asleepSince = parts.ticker().getAsLong();
    handling.fellAsleep(nanos);
    if (parts.waits().add(this, nanos)) {
      return true;
    }
    woke();
    return handling.goesOn(nanos, Optional.of(EndReason.SHUTDOWN));
  }

  private void woke() {
    handling.woke(parts.ticker().getAsLong() - asleepSince);
  }
}
