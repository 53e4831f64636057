package dev.mulligan.http;

import dev.mulligan.thread.MulliganThread;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Cancels what takes too long. OkHttp's own time-outs are not used: they need Okio's watchdog, a
 * thread that stays for a minute after the last call and would hold the product's class loader.
 */
final class Deadlines implements AutoCloseable {

  private static final long IDLE_SECONDS = 5;

  private final ScheduledThreadPoolExecutor scheduler =
      new ScheduledThreadPoolExecutor(1, task -> MulliganThread.named("deadline", task));

  Deadlines() {
    scheduler.setRemoveOnCancelPolicy(true);
    scheduler.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    scheduler.allowCoreThreadTimeOut(true);
  }

  /**
   * To be closed when the work was done in time.
   *
   * @throws IOException after {@link #close}
   */
  Deadline after(Duration limit, Runnable cancellation) throws IOException {
    try {
      return new Deadline(scheduler.schedule(cancellation, limit.toNanos(), TimeUnit.NANOSECONDS));
    } catch (RejectedExecutionException e) {
      throw new IOException("the notifier is closed", e);
    }
  }

  @Override
  public void close() {
    scheduler.shutdownNow();
    Termination.await(scheduler);
  }

  /** The time by which one call must have ended. */
  static final class Deadline implements AutoCloseable {
    private final Future<?> cancellation;

    private Deadline(Future<?> cancellation) {
      this.cancellation = cancellation;
    }

    boolean hasPassed() {
      return cancellation.isDone() && !cancellation.isCancelled();
    }

    @Override
    public void close() {
      cancellation.cancel(false);
    }
  }
}
