package dev.mulligan.notify.lane;

import java.time.Duration;

/** Waits. */
public interface DeliveryPause {

  void sleep(Duration duration) throws InterruptedException;
}
