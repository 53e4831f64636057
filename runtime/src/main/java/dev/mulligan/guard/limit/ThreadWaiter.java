package dev.mulligan.guard.limit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A thread that waits in the queue of a bulkhead. */
final class ThreadWaiter implements Waiter {

  private final CountDownLatch place = new CountDownLatch(1);

  @Override
  public void granted() {
    place.countDown();
  }

  boolean hasPlace() {
    return place.getCount() == 0;
  }

  /**
   * Blocks until the permit is granted, the time is over, or the thread is interrupted; the
   * interrupt flag stays set.
   */
  void await(Duration longest) {
    try {
      boolean unused = place.await(longest.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
