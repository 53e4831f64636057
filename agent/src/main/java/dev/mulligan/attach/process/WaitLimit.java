package dev.mulligan.attach.process;

import dev.mulligan.attach.report.ChangeReport;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A time limit for operations that another process may delay.
 *
 * @param limit the limit of all steps together, or since the last progress
 * @param notice the interval of progress reports
 * @param listener receives the progress reports
 * @param spent how much of the limit has passed already
 */
public record WaitLimit(Duration limit, Duration notice, Listener listener, Duration spent) {

  public WaitLimit(Duration limit, Duration notice, Listener listener) {
    this(limit, notice, listener, Duration.ZERO);
  }

  /** Receives progress reports while a step is not finished. */
  @FunctionalInterface
  public interface Listener {
    void stillWaiting(Duration since);

    /** The process shows progress. */
    default void progressed(ChangeReport progress) {}

    /** This command was interrupted; what became of its request. */
    default void interrupted(String result) {}
  }

  /** How long a process may take to undo a request that was withdrawn. */
  private static final Duration UNDOING = Duration.ofSeconds(10);

  /** The limit for the end of a withdrawn request. */
  public WaitLimit forUndoing() {
    return new WaitLimit(UNDOING, UNDOING, since -> {});
  }

  /** Starts the clock. */
  public Countdown start() {
    return new Countdown(this);
  }

  /** Runs steps until the limit has passed. */
  public static final class Countdown {

    private final WaitLimit waitLimit;
    private long start;
    private Duration told = Duration.ZERO;

    private Countdown(WaitLimit waitLimit) {
      this.waitLimit = waitLimit;
      this.start = System.nanoTime() - waitLimit.spent().toNanos();
    }

    /** The process works on the request: the limit starts again. */
    public void progressed(ChangeReport progress) {
      start = System.nanoTime();
      told = Duration.ZERO;
      waitLimit.listener().progressed(progress);
    }

    /** Tells the listener, if it is time to, how long nothing has come. */
    public void tell() {
      Duration since = Duration.ofNanos(System.nanoTime() - start);
      if (since.minus(told).compareTo(waitLimit.notice()) >= 0) {
        told = since;
        waitLimit.listener().stillWaiting(since);
      }
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
