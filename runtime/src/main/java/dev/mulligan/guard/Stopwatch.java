package dev.mulligan.guard;

import dev.mulligan.thread.MulliganThread;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Interrupts attempts that take too long, from one thread that lives while there are any. */
final class Stopwatch implements AutoCloseable {

  private static final long IDLE_SECONDS = 10;

  private @Nullable ScheduledThreadPoolExecutor timer;
  private boolean closed;

  /** Empty where no attempt is timed any more. */
  Optional<TimedAttempt> start(Duration limit) {
    Optional<ScheduledThreadPoolExecutor> running = timer();
    if (running.isEmpty()) {
      return Optional.empty();
    }
    TimedAttempt attempt = new TimedAttempt(Thread.currentThread());
    try {
      attempt.ends(running.get().schedule(attempt, limit.toNanos(), TimeUnit.NANOSECONDS));
      return Optional.of(attempt);
    } catch (RejectedExecutionException closedMeanwhile) {
      return Optional.empty();
    }
  }

  private synchronized Optional<ScheduledThreadPoolExecutor> timer() {
    if (timer == null && !closed) {
      timer = new ScheduledThreadPoolExecutor(1, task -> MulliganThread.named("timeout", task));
      timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
      timer.allowCoreThreadTimeOut(true);
      timer.setRemoveOnCancelPolicy(true);
    }
    return Optional.ofNullable(timer);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (timer != null) {
      timer.shutdownNow();
      timer = null;
    }
  }
}
