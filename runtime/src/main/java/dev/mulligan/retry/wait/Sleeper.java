package dev.mulligan.retry.wait;

import java.time.Duration;

/** Waits on the caller's thread, until the time is over or all waiting is ended at once. */
public interface Sleeper {

  /**
   * Waits; not at all when the waiting was ended before.
   *
   * @return false when the waiting was ended before its time
   * @throws InterruptedException at once when the thread's flag was already set
   */
  boolean sleep(Duration duration) throws InterruptedException;

  /** Wakes everybody who waits and lets nobody wait any more. */
  void endAll();

  /** Waits in real time; holds no lock while it does. */
  static Sleeper inRealTime() {
    return new ParkingSleeper();
  }
}
