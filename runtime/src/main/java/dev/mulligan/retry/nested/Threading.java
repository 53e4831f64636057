package dev.mulligan.retry.nested;

/** On which threads the attempts of a call run. */
public enum Threading {
  /** On the caller's thread, which sleeps during back-offs. */
  CALLER,
  /** On any thread, one after the other: the application writes the loop itself. */
  LOOP,
  /** On any thread; none waits during back-offs. */
  ANY;

  static final long ANY_THREAD = -1;

  /** Returns the current thread's id, or {@link #ANY_THREAD}. */
  public long thread() {
    return this == CALLER ? Thread.currentThread().getId() : ANY_THREAD;
  }

  static boolean mayBeTheSame(long one, long other) {
    return one == other || one == ANY_THREAD || other == ANY_THREAD;
  }
}
