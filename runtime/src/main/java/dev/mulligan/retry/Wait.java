package dev.mulligan.retry;

/**
 * What waits for its time in {@link Waits}. The place in the queue is part of it: a hundred
 * thousand of them need no further object each.
 */
abstract class Wait {

  static final int NOWHERE = -1;

  /** Of {@link System#nanoTime}. */
  long due;

  int place = NOWHERE;

  /**
   * Its time has come, or all waiting is ended. Called on a thread of ours, which has to go on:
   * must not block nor throw.
   */
  abstract void over(boolean cutShort);
}
