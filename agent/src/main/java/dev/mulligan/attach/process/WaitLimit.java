package dev.mulligan.attach.process;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A time limit for operations that another process may delay.
 *
 * @param limit the limit of all steps together
 * @param notice the interval of progress reports
 * @param listener receives the progress reports
 */
public record WaitLimit(Duration limit, Duration notice, Listener listener) {

  /** Receives progress reports while a step is not finished. */
  @FunctionalInterface
  public interface Listener {
    void stillWaiting(Duration since);
  }

  /** Starts the clock. */
  public Countdown start() {
    return new Countdown(this);
  }

  /** Runs steps until the limit has passed. */
  public static final class Countdown {

    private final WaitLimit waitLimit;
    private final long start = System.nanoTime();

    private Countdown(WaitLimit waitLimit) {
      this.waitLimit = waitLimit;
    }

    /**
     * @throws TimeoutException when the limit has passed; the step continues in a daemon thread
     * @throws Exception the exception of the step
     */
    public <T> T await(Callable<T> step) throws Exception {
      FutureTask<T> task = new FutureTask<>(step);
      Thread thread = new Thread(task, "mulligan-attach");
      thread.setDaemon(true);
      thread.start();
      Duration waited = Duration.ZERO;
      Duration left = waitLimit.limit().minusNanos(System.nanoTime() - start);
      while (waited.compareTo(left) < 0) {
        Duration rest = left.minus(waited);
        Duration next = waitLimit.notice().compareTo(rest) < 0 ? waitLimit.notice() : rest;
        try {
          return task.get(next.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException notYet) {
          waited = waited.plus(next);
          waitLimit.listener().stillWaiting(waited);
        } catch (ExecutionException e) {
          throw e.getCause() instanceof Exception cause ? cause : e;
        }
      }
      throw new TimeoutException();
    }
  }
}
