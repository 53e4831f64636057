package dev.mulligan.guard;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of an asynchronous call. It ends once: with an outcome, by its time-out, or by
 * cancellation, whichever comes first.
 */
public final class AsyncAttempt implements BiConsumer<Object, Throwable> {

  private enum State {
    RUNNING,
    /** Has produced a first element in time; the time-out no longer applies. */
    ANSWERED,
    /** The time-out has expired, and nobody has handled it yet. */
    LATE,
    TIMED_OUT,
    OVER
  }

  /**
   * A field updater, because an atomic reference would cost every call in flight one more object.
   */
  private static final AtomicReferenceFieldUpdater<AsyncAttempt, State> STATE =
      AtomicReferenceFieldUpdater.newUpdater(AsyncAttempt.class, State.class, "state");

  private final AsyncExecution call;
  private volatile State state = State.RUNNING;
  private volatile @Nullable Object future;
  private @Nullable TimeLimit limit;
  private volatile boolean givenUpInside;
  private volatile boolean resultGivenUpInside;

  private AsyncAttempt(AsyncExecution call) {
    this.call = call;
  }

  /** Begins an attempt, and its time-out if there is one. */
  static AsyncAttempt begin(AsyncExecution call, GuardedOperation operation) {
    AsyncAttempt begun = new AsyncAttempt(call);
    if (operation.isTimed()) {
      begun.limit = TimeLimit.begin(begun, operation);
    }
    return begun;
  }

  /** Sets the future that the application's method has returned, on the thread of its body. */
  public void follows(Object returned) {
    future = returned;
    if (call.isGivenUpInBody(true)) {
      givenUpInside(true);
    } else if (call.isGivenUpInBody(false)) {
      givenUpInside(false);
    }
  }

  /**
   * Records that an inner call has given up inside this attempt.
   *
   * @param isResult on a result, not on an exception
   */
  public void givenUpInside(boolean isResult) {
    givenUpInside = true;
    if (isResult) {
      resultGivenUpInside = true;
    }
  }

  boolean isGivenUpInside() {
    return givenUpInside;
  }

  boolean isResultGivenUpInside() {
    return resultGivenUpInside;
  }

  /** Returns the future; null before the method has returned. */
  public @Nullable Object future() {
    return future;
  }

  /**
   * Records the outcome. Never throws.
   *
   * @param failure null if the attempt succeeded
   */
  @Override
  public void accept(@Nullable Object value, @Nullable Throwable failure) {
    call.ended(this, value, failure);
  }

  /**
   * Records a success that needs no check of its value. Never throws.
   *
   * @return false if the attempt was over before, such as by its time-out
   */
  public boolean succeed() {
    return call.succeeded(this);
  }

  /**
   * Records a failure after the caller has received a part of the result, so that no retry is
   * possible. Never throws.
   */
  public void failForGood(Throwable failure) {
    call.failedForGood(this, failure);
  }

  /**
   * Records a first partial result, such as the first of several elements; it turns the time-out
   * off.
   *
   * @return false if the time-out has expired
   */
  public boolean answer() {
    return STATE.compareAndSet(this, State.RUNNING, State.ANSWERED) || !isLate();
  }

  /**
   * Ends the attempt.
   *
   * @return whether it was still running
   */
  boolean end() {
    boolean ends =
        STATE.compareAndSet(this, State.RUNNING, State.OVER)
            || STATE.compareAndSet(this, State.ANSWERED, State.OVER);
    TimeLimit timed = limit;
    if (ends && timed != null) {
      timed.end();
    }
    return ends;
  }

  /** Handles the expired time-out, unless the attempt is over or has produced something. */
  void expire() {
    if (STATE.compareAndSet(this, State.RUNNING, State.LATE)) {
      call.late(this);
    }
  }

  /**
   * Claims the expired time-out.
   *
   * @return whether it expired and nobody has handled it
   */
  boolean timeOut() {
    return STATE.compareAndSet(this, State.LATE, State.TIMED_OUT);
  }

  /** Whether the time-out has expired. */
  public boolean isLate() {
    State now = state;
    return now == State.LATE || now == State.TIMED_OUT;
  }
}
