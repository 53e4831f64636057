package reports;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;

/** One method of each kind; each fails as often as it is told. */
public class Reports {
  static final CountDownLatch ENDED = new CountDownLatch(1);
  static final CountDownLatch FAILED = new CountDownLatch(1);
  static int failures;
  static boolean scheduled;
  private static final AtomicInteger ATTEMPTS = new AtomicInteger();

  @Scheduled(initialDelay = 0, fixedDelay = 3_600_000)
  public void nightly() {
    if (scheduled) {
      attempt("nightly");
      ENDED.countDown();
    }
  }

  /** Twice a week, and not while this runs. */
  @Scheduled(cron = "0 0 4 * * MON")
  @Scheduled(cron = "0 0 4 * * THU")
  public void weekly() {
    attempt("weekly");
  }

  @Async
  public CompletableFuture<String> send() {
    attempt("send");
    return CompletableFuture.completedFuture("sent");
  }

  private static void attempt(String what) {
    int attempt = ATTEMPTS.incrementAndGet();
    System.out.println(what + " " + attempt);
    if (attempt <= failures) {
      FAILED.countDown();
      throw new IllegalStateException("no report " + attempt);
    }
  }
}
