package work;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Waits; an interrupt becomes an exception of another kind, as in much code. */
final class WaitTask implements Callable<String> {
  static final CountDownLatch WAITING = new CountDownLatch(1);

  @Override
  public String call() {
    System.out.println("waits");
    WAITING.countDown();
    try {
      Thread.sleep(60_000);
      return "waited";
    } catch (InterruptedException e) {
      throw new IllegalStateException("stopped", e);
    }
  }
}
