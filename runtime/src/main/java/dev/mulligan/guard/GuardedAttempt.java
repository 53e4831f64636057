package dev.mulligan.guard;

import dev.mulligan.retry.Alarm;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call that holds no thread. It ends once: with an outcome, with its time, or
 * because nobody wants it any more, whatever comes first.
 */
public final class GuardedAttempt extends Alarm implements BiConsumer<Object, Throwable> {

  private enum State {
    RUNNING,
    /** Its time is over, and nothing has been done about it yet. */
    LATE,
    TIMED_OUT,
    OVER
  }

  private final AsyncGuardedCall call;
  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
  private volatile @Nullable Object future;

  GuardedAttempt(AsyncGuardedCall call) {
    this.call = call;
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

  /** Whether it was running, and is over now. */
  boolean end() {
    return state.compareAndSet(State.RUNNING, State.OVER);
  }

  /** Whether its time was over, and nobody has done anything about it. */
  boolean timeOut() {
    return state.compareAndSet(State.LATE, State.TIMED_OUT);
  }

  boolean isLate() {
    State now = state.get();
    return now == State.LATE || now == State.TIMED_OUT;
  }

  @Override
  protected void rings() {
    if (state.compareAndSet(State.RUNNING, State.LATE)) {
      call.late(this);
    }
  }

  /** Attempts that run are not ended any more. */
  @Override
  protected void endsEarly() {}
}
