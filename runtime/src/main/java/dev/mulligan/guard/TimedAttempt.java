package dev.mulligan.guard;

import dev.mulligan.thread.Alarm;
import dev.mulligan.thread.Timer;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An attempt under a time limit. Its end and the interrupt exclude each other, so that the
 * interrupt never meets what the thread does afterwards.
 */
final class TimedAttempt extends Alarm {

  private enum State {
    RUNNING,
    INTERRUPTING,
    INTERRUPTED,
    /** Too late, too; but the application had interrupted the thread itself. */
    EXPIRED,
    OVER
  }

  private final Thread thread;
  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
  private final Timer timer;

  TimedAttempt(Thread thread, Timer timer) {
    this.thread = thread;
    this.timer = timer;
  }

  /** The time is over. */
  @Override
  protected void rings() {
    if (!state.compareAndSet(State.RUNNING, State.INTERRUPTING)) {
      return;
    }
    // A flag that is set already is the application's: it must be there afterwards, too.
    if (thread.isInterrupted()) {
      state.set(State.EXPIRED);
    } else {
      thread.interrupt();
      state.set(State.INTERRUPTED);
    }
  }

  /** No attempt is interrupted any more. */
  @Override
  protected void endsEarly() {}

  /**
   * The attempt has ended, on its own thread, which has no interrupt of ours any more afterwards.
   *
   * @return whether it took too long
   */
  boolean end() {
    if (state.compareAndSet(State.RUNNING, State.OVER)) {
      boolean unused = timer.unset(this);
      return false;
    }
    while (state.get() == State.INTERRUPTING) {
      Thread.onSpinWait();
    }
    if (state.get() == State.INTERRUPTED) {
      Thread.interrupted();
    }
    return true;
  }
}
