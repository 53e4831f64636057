package dev.mulligan.notify.lane;

import java.time.Duration;

/** Sleeps during a back-off. */
public interface DeliveryPause {

  void sleep(Duration duration) throws InterruptedException;
}
