package dev.mulligan.retry;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

final class LatchSleeper implements Sleeper {

  private final CountDownLatch end = new CountDownLatch(1);

  @Override
  public boolean sleep(Duration duration) throws InterruptedException {
    return !end.await(duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void endAll() {
    end.countDown();
  }
}
