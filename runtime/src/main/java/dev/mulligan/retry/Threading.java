package dev.mulligan.retry;

/** On which threads a call's attempts run. */
public enum Threading {
  /** On the one that made the call, which sleeps between them. */
  CALLER,
  /** On any; no thread waits between them. */
  ANY;

  static final long ANY_THREAD = -1;

  /** The current thread's id, or a number that stands for all of them. */
  long thread() {
    return this == ANY ? ANY_THREAD : Thread.currentThread().getId();
  }

  static boolean mayBeTheSame(long one, long other) {
    return one == other || one == ANY_THREAD || other == ANY_THREAD;
  }
}
