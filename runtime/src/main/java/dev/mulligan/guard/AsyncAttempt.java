package dev.mulligan.guard;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call that holds no thread. It ends once: with an outcome, with its time, or
 * because nobody wants it any more, whatever comes first.
 */
public final class AsyncAttempt implements BiConsumer<Object, Throwable> {

  private enum State {
    RUNNING,
    /** It has come to something in time, and is not timed any more. */
    ANSWERED,
    /** Its time is over, and nothing has been done about it yet. */
    LATE,
    TIMED_OUT,
    OVER
  }

  /** Of the field: each call in flight would pay for an atomic reference. */
  private static final AtomicReferenceFieldUpdater<AsyncAttempt, State> STATE =
      AtomicReferenceFieldUpdater.newUpdater(AsyncAttempt.class, State.class, "state");

  private final AsyncExecution call;
  private volatile State state = State.RUNNING;
  private volatile @Nullable Object future;
  private @Nullable TimeLimit limit;

  private AsyncAttempt(AsyncExecution call) {
    this.call = call;
  }

  /** An attempt whose time, if it is limited, begins now. */
  static AsyncAttempt begin(AsyncExecution call, GuardedOperation operation) {
    AsyncAttempt begun = new AsyncAttempt(call);
    if (operation.isTimed()) {
      begun.limit = TimeLimit.begin(begun, operation);
    }
    return begun;
  }

  /** What the application's method has returned. */
  public void follows(Object returned) {
    future = returned;
  }

  /** Null before it has returned. */
  public @Nullable Object future() {
    return future;
  }

  /**
   * Its outcome. Never throws.
   *
   * @param failure null where it came to a value
   */
  @Override
  public void accept(@Nullable Object value, @Nullable Throwable failure) {
    call.ended(this, value, failure);
  }

  /**
   * It comes to a value, of which nothing more is asked. Never throws.
   *
   * @return false when it was over before, as by its time
   */
  public boolean succeed() {
    return call.succeeded(this);
  }

  /** It fails after its caller had a part of what it came to. Never throws. */
  public void failForGood(Throwable failure) {
    call.failedForGood(this, failure);
  }

  /**
   * It comes to something, such as the first of several elements: from now on it is not timed.
   *
   * @return false when its time is over
   */
  public boolean answer() {
    return STATE.compareAndSet(this, State.RUNNING, State.ANSWERED) || !isLate();
  }

  /** Whether it was running, and is over now. */
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

  /** Its time is over, unless it has come to something. */
  void expire() {
    if (STATE.compareAndSet(this, State.RUNNING, State.LATE)) {
      call.late(this);
    }
  }

  /** Whether its time was over, and nobody has done anything about it. */
  boolean timeOut() {
    return STATE.compareAndSet(this, State.LATE, State.TIMED_OUT);
  }

  /** Whether its time is over. */
  public boolean isLate() {
    State now = state;
    return now == State.LATE || now == State.TIMED_OUT;
  }
}
