package dev.mulligan.retry.wait;

import java.time.Duration;

/** Sleeps on the caller's thread, until the time is over or all sleeps are ended. */
public interface Sleeper {

  /**
   * Sleeps; returns at once after {@link #endAll}.
   *
   * @return false if {@link #endAll} ended the sleep early
   * @throws InterruptedException at once if the thread is already interrupted
   */
  boolean sleep(Duration duration) throws InterruptedException;

  /** Wakes all sleeping threads; later sleeps return at once. */
  void endAll();

  /** Returns a sleeper in real time. It holds no lock while it sleeps. */
  static Sleeper inRealTime() {
    return new ParkingSleeper();
  }
}
