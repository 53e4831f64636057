package dev.mulligan.thread;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs short tasks later, on one daemon thread that is there only while something is to come. */
public final class LazyTimer implements AutoCloseable {

  private static final Duration IDLE = Duration.ofSeconds(5);

  private final ScheduledThreadPoolExecutor executor;

  /**
   * @param name of the thread; follows {@code mulligan-}
   */
  public LazyTimer(String name) {
    executor = new ScheduledThreadPoolExecutor(1, task -> MulliganThread.named(name, task));
    executor.setKeepAliveTime(IDLE.toNanos(), TimeUnit.NANOSECONDS);
    executor.allowCoreThreadTimeOut(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Runs it once; after {@link #close} never. */
  public void after(Duration delay, Runnable task) {
    try {
      Future<?> unused = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      // What was still to come is not wanted any more.
    }
  }

  /** Runs nothing more; what runs now goes on to its end. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
