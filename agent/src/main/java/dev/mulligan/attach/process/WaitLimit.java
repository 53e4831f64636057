package dev.mulligan.attach.process;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long to wait for what another process may delay.
 *
 * @param limit of all steps together
 * @param notice how often to report that the waiting goes on
 * @param teller takes these reports
 */
public record WaitLimit(Duration limit, Duration notice, Teller teller) {

  /** Reports that nothing has happened yet. */
  @FunctionalInterface
  public interface Teller {
    void stillWaiting(Duration since);
  }

  /** Begins to count. */
  public Countdown start() {
    return new Countdown(this);
  }

  /** Runs steps until the limit is over. */
  public static final class Countdown {

    private final WaitLimit patience;
    private final long start = System.nanoTime();

    private Countdown(WaitLimit patience) {
      this.patience = patience;
    }

    /**
     * @throws TimeoutException when the limit is over; the step goes on in a daemon thread
     * @throws Exception what the step threw
     */
    public <T> T await(Callable<T> step) throws Exception {
      FutureTask<T> task = new FutureTask<>(step);
      Thread thread = new Thread(task, "mulligan-attach");
      thread.setDaemon(true);
      thread.start();
      Duration waited = Duration.ZERO;
      Duration left = patience.limit().minusNanos(System.nanoTime() - start);
      while (waited.compareTo(left) < 0) {
        Duration rest = left.minus(waited);
        Duration next = patience.notice().compareTo(rest) < 0 ? patience.notice() : rest;
        try {
          return task.get(next.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException notYet) {
          waited = waited.plus(next);
          patience.teller().stillWaiting(waited);
        } catch (ExecutionException e) {
          throw e.getCause() instanceof Exception cause ? cause : e;
        }
      }
      throw new TimeoutException();
    }
  }
}
