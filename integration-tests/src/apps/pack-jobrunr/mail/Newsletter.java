package mail;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A job's method, which fails as often as it is told. */
public final class Newsletter {
  static final CountDownLatch FAILED = new CountDownLatch(1);
  static int failures;
  private static final AtomicInteger ATTEMPTS = new AtomicInteger();

  public void send(String name) throws IOException {
    int attempt = ATTEMPTS.incrementAndGet();
    System.out.println("send " + name + " " + attempt);
    if (attempt <= failures) {
      FAILED.countDown();
      throw new IOException("no relay " + attempt);
    }
  }
}
