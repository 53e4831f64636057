package dev.mulligan.guard;

import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An attempt under a time limit. Its end and the interrupt exclude each other, so that the
 * interrupt never meets what the thread does afterwards.
 */
final class TimedAttempt implements Runnable {

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
  private @Nullable Future<?> alarm;

  TimedAttempt(Thread thread) {
    this.thread = thread;
  }

  void ends(Future<?> atAlarm) {
    alarm = atAlarm;
  }

  /** The time is over. */
  @Override
  public void run() {
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

  /**
   * The attempt has ended, on its own thread, which has no interrupt of ours any more afterwards.
   *
   * @return whether it took too long
   */
  boolean end() {
    if (state.compareAndSet(State.RUNNING, State.OVER)) {
      if (alarm != null) {
        alarm.cancel(false);
      }
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
