package dev.mulligan.thread;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cancels what takes too long, on a thread that is there only while there is something to wait for.
 * OkHttp's own time-outs are not used: they need Okio's watchdog, a thread that stays for a minute
 * after the last call and would hold the product's class loader.
 */
public final class Deadlines implements AutoCloseable {

  private static final long IDLE_SECONDS = 5;

  private final ScheduledThreadPoolExecutor scheduler =
      new ScheduledThreadPoolExecutor(1, task -> MulliganThread.named("deadline", task));

  public Deadlines() {
    scheduler.setRemoveOnCancelPolicy(true);
    scheduler.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    scheduler.allowCoreThreadTimeOut(true);
  }

  /**
   * To be closed when the work was done in time.
   *
   * @throws IOException after {@link #close}
   */
  public Deadline after(Duration limit, Runnable cancellation) throws IOException {
    Deadline deadline = new Deadline(cancellation);
    try {
      deadline.task = scheduler.schedule(deadline::pass, limit.toNanos(), TimeUnit.NANOSECONDS);
      return deadline;
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
  public static final class Deadline implements AutoCloseable {
    private final Runnable cancellation;
    private volatile boolean hasPassed;
    private @Nullable Future<?> task;

    private Deadline(Runnable cancellation) {
      this.cancellation = cancellation;
    }

    /** Whether the work was cancelled. */
    public boolean hasPassed() {
      return hasPassed;
    }

    @Override
    public void close() {
      if (task != null) {
        task.cancel(false);
      }
    }

    private void pass() {
      // First: the call ends, and its thread asks, while the cancellation is still running.
      hasPassed = true;
      cancellation.run();
    }
  }
}
