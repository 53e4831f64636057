package dev.mulligan.attach;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs what another process may keep waiting, and stops waiting in time.
 *
 * @param limit the longest that one step may take
 * @param notice how often a person is told that it is still being waited for
 * @param teller is told how long it has been
 */
public record Patience(Duration limit, Duration notice, Teller teller) {

  /** Says that nothing has happened yet. */
  @FunctionalInterface
  public interface Teller {
    void stillWaiting(Duration since);
  }

  /**
   * @throws TimeoutException when the limit is over; the step goes on in a daemon thread
   * @throws Exception what the step threw
   */
  <T> T await(Callable<T> step) throws Exception {
    FutureTask<T> task = new FutureTask<>(step);
    Thread thread = new Thread(task, "mulligan-attach");
    thread.setDaemon(true);
    thread.start();
    Duration waited = Duration.ZERO;
    while (waited.compareTo(limit) < 0) {
      Duration next = notice.compareTo(limit.minus(waited)) < 0 ? notice : limit.minus(waited);
      try {
        return task.get(next.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        waited = waited.plus(next);
        teller.stillWaiting(waited);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
    throw new TimeoutException();
  }
}
