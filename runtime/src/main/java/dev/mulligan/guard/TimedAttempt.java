package dev.mulligan.guard;

import dev.mulligan.thread.Alarm;
import dev.mulligan.thread.Timer;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A synchronous attempt with a time-out. Its end and the interrupt exclude each other, so that the
 * interrupt never hits what the thread does afterwards.
 */
final class TimedAttempt extends Alarm {

  private enum State {
    RUNNING,
    INTERRUPTING,
    INTERRUPTED,
    /** The time-out has expired, but the application had already interrupted the thread itself. */
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

  /** The time-out expires. */
  @Override
  protected void onExpiry() {
    if (!state.compareAndSet(State.RUNNING, State.INTERRUPTING)) {
      return;
    }
    // A flag that is already set belongs to the application and must stay set.
    if (thread.isInterrupted()) {
      state.set(State.EXPIRED);
    } else {
      thread.interrupt();
      state.set(State.INTERRUPTED);
    }
  }

  /** After the timer is closed, attempts are not interrupted. */
  @Override
  protected void onTimerClosed() {}

  /**
   * Ends the attempt on its own thread, and clears an interrupt by the time-out.
   *
   * @return whether the time-out has expired
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
