package dev.mulligan.thread;

/**
 * Something that is to happen after a time, see {@link Timer}. Its place in the timer's queue is
 * part of it: a hundred thousand calls that wait need no further object each.
 */
public abstract class Alarm {

  static final int NOWHERE = -1;

  /** Of {@link System#nanoTime}. */
  long due;

  int place = NOWHERE;

  /** What runs a task, unless the timer is closed before. */
  static Alarm running(Runnable task) {
    return new Alarm() {
      @Override
      protected void rings() {
        task.run();
      }

      @Override
      protected void endsEarly() {}
    };
  }

  /**
   * Its time has come. Called on the timer's thread, which all its alarms share: must not block,
   * nor throw, nor run the application's code.
   */
  protected abstract void rings();

  /** The timer is closed before that time. Called on the same thread. */
  protected abstract void endsEarly();
}
