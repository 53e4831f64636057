package dev.mulligan.thread;

/**
 * An entry of a {@link Timer}. It stores its own position in the timer's queue: a hundred thousand
 * waiting calls need no further object each.
 */
public abstract class Alarm {

  static final int NOWHERE = -1;

  /** In terms of {@link System#nanoTime}. */
  long due;

  int place = NOWHERE;

  /** Returns an entry that runs a task, unless the timer is closed before. */
  static Alarm running(Runnable task) {
    return new Alarm() {
      @Override
      protected void onExpiry() {
        task.run();
      }

      @Override
      protected void onTimerClosed() {}
    };
  }

  /**
   * Called when the time has come, on the timer's thread, which all entries share: must not block,
   * throw, or run application code.
   */
  protected abstract void onExpiry();

  /** Called on the same thread if the timer is closed before that time. */
  protected abstract void onTimerClosed();
}
