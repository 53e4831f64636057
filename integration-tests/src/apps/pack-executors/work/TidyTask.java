package work;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands work on to an executor that may take no more. */
final class TidyTask implements Runnable {
  static final AtomicInteger ATTEMPTS = new AtomicInteger();
  private final ExecutorService next;

  TidyTask(ExecutorService next) {
    this.next = next;
  }

  @Override
  public void run() {
    System.out.println("tidy " + ATTEMPTS.incrementAndGet());
    next.execute(() -> {});
  }
}
