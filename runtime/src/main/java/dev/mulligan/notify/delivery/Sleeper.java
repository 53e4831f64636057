package dev.mulligan.notify.delivery;

import java.time.Duration;

/** Waits. */
interface Sleeper {

  void sleep(Duration duration) throws InterruptedException;
}
