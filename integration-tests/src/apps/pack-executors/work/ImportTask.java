package work;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Fails as often as it is told. */
final class ImportTask implements Callable<String> {
  static final CountDownLatch FAILED = new CountDownLatch(1);
  private final AtomicInteger attempts = new AtomicInteger();
  private final String name;
  private final int failures;

  ImportTask(String name, int failures) {
    this.name = name;
    this.failures = failures;
  }

  @Override
  public String call() throws IOException {
    int attempt = attempts.incrementAndGet();
    System.out.println(name + " " + attempt);
    if (attempt <= failures) {
      FAILED.countDown();
      throw new IOException("no file " + attempt);
    }
    return "imported";
  }
}
