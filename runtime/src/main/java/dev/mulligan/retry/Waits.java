package dev.mulligan.retry;

/** Waits without holding a thread. */
interface Waits {

  /**
   * @return false when all waiting was ended before; nothing waits then
   */
  boolean add(Wait wait, long nanos);

  /**
   * @return false when it does not wait here, or no longer
   */
  boolean remove(Wait wait);

  /** Ends all waiting before its time, and lets nothing wait any more. */
  void endAll();
}
