package dev.mulligan.notify.lane;

import java.time.Duration;

/** Sleeps during a back-off. */
public interface DeliveryPause {

  void sleep(Duration duration) throws InterruptedException;

  /** Returns the time by which pauses are measured, as {@link System#nanoTime} does. */
  default long nanoTime() {
    return System.nanoTime();
  }
}
