package dev.mulligan.guard.limit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A thread in the queue. */
final class ThreadWaiter implements Waiter {

  private final CountDownLatch place = new CountDownLatch(1);

  @Override
  public void granted() {
    place.countDown();
  }

  /** Returns at the latest when the time is over or the thread is interrupted, flag kept. */
  void await(Duration longest) {
    try {
      boolean unused = place.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
