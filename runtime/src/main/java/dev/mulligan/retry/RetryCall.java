package dev.mulligan.retry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One logical call on its way through its attempts, from its first failure on. Belongs to one
 * thread at a time. No method throws, whatever happens; each may wait for the length of a back-off.
 *
 * <p>Once a method has said that there is no further attempt, the call is over and must not be used
 * any more, unless it is restarted.
 */
public final class RetryCall {

  private final CallHandling handling;
  private List<ExceptionCondition> retryOn;
  private final BusyThreads busy;

  RetryCall(CallHandling handling, List<ExceptionCondition> retryOn, BusyThreads busy) {
    this.handling = handling;
    this.retryOn = retryOn;
    this.busy = busy;
  }

  /**
   * Makes this call, which is over, another one, as {@link RetryEngine#begin(Operation, Strategy,
   * CallId)} begins it: where a service is down every call fails, and the garbage of all of them
   * would be one more burden. Only for what was begun in that way. It holds nothing of the
   * application's meanwhile.
   *
   * @return false when it can't be; it is of no use then
   */
  public boolean restart(Operation operation, Strategy strategy, @Nullable CallId id) {
    if (!(handling instanceof LiveCall live) || operation.mode() == Operation.Mode.OBSERVE) {
      return false;
    }
    retryOn = strategy.retryOn();
    live.restart(operation, strategy, id);
    return true;
  }

  /** What the method was called with; needed where the strategy names tasks after it. */
  public void calledWith(CalledWith call) {
    handling.calledWith(call);
  }

  private void over() {
    if (handling instanceof LiveCall live) {
      live.forget();
    }
  }

  /**
   * The same for all its attempts.
   *
   * @throws IllegalStateException when there has been no further attempt
   */
  public CallId id() {
    return handling.id();
  }

  /**
   * An attempt threw. Where there is no further attempt, the caller must be given this very
   * exception, to which the earlier ones are attached.
   *
   * @return whether to make another attempt, now
   */
  public boolean failed(Throwable thrown) {
    if (isOutOfStack(thrown)) {
      return false;
    }
    boolean again = false;
    busy.enter();
    try {
      again = handling.failed(thrown);
    } catch (Throwable own) {
      // no stack or memory left to say so
    } finally {
      busy.leave();
    }
    if (!again) {
      over();
    }
    return again;
  }

  /**
   * As {@link #failed(Throwable)}, for a caller that has asked the engine already.
   *
   * @return whether to make another attempt, now
   */
  public boolean failed(Throwable thrown, Judgement judgement) {
    if (isOutOfStack(thrown)) {
      return false;
    }
    boolean again = false;
    busy.enter();
    try {
      again = handling.failed(thrown, judgement);
    } catch (Throwable own) {
      // as above
    } finally {
      busy.leave();
    }
    if (!again) {
      over();
    }
    return again;
  }

  /**
   * An attempt returned, and the strategy has conditions on results. Where there is a further
   * attempt, the result was closed if it is {@link AutoCloseable}.
   *
   * @return whether to make another attempt, now
   */
  public boolean returned(@Nullable Object result) {
    boolean again = false;
    busy.enter();
    try {
      again = handling.returned(result);
    } catch (Throwable own) {
      // as above
    } finally {
      busy.leave();
    }
    if (!again) {
      over();
    }
    return again;
  }

  /** An attempt after the first returned, and the strategy has no conditions on results. */
  public void succeeded() {
    try {
      handling.succeeded();
    } catch (Throwable own) {
      // As above; and the call has succeeded anyway.
    }
    over();
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
