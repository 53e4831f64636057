package dev.mulligan.agent;

import dev.mulligan.firstuse.FirstUse;
import dev.mulligan.log.Log;
import dev.mulligan.thread.MulliganThread;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Initialises the classes of a failing call and its notification at a good moment, on a thread that
 * ends. The first failure may come when files, memory or threads are exhausted, and a class whose
 * initialisation then fails stays unusable. Not before the first method is woven: a process that
 * retries nothing pays nothing.
 */
final class Rehearsal {

  /** Lets the application start first. */
  private static final long START_MILLIS = 3_000;

  private static final long UNTIL_SAFE_MILLIS = 1_000;
  private static final long AGAIN_MILLIS = 30_000;

  /** What fails so often does not lack resources: its channel or its settings are unusable. */
  private static final int MOST_TRIES = 5;

  private final Log log;
  private final Session session;

  private final CountDownLatch closed = new CountDownLatch(1);

  /** Guarded by this. */
  private @Nullable Thread thread;

  Rehearsal(Session session, Log log) {
    this.session = session;
    this.log = log;
  }

  /** Starts the thread; returns false if it still runs, or if there is no free thread. */
  synchronized boolean begin() {
    if (thread != null || closed.getCount() == 0) {
      return false;
    }
    Thread starting = MulliganThread.named("rehearsal", new Work());
    try {
      starting.start();
      thread = starting;
      return true;
    } catch (OutOfMemoryError noThread) {
      return false;
    }
  }

  /** Ends the thread; waits for it at most a second. */
  void close() {
    Thread ending = end();
    if (ending != null) {
      try {
        ending.join(TimeUnit.SECONDS.toMillis(1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized @Nullable Thread end() {
    closed.countDown();
    return thread;
  }

  /** Waits; returns false after {@link #close}. */
  private boolean waits(long millis) {
    try {
      return !closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  private synchronized void ended() {
    thread = null;
  }

  /** Not a lambda: this code may run before {@code main}. */
  private final class Work implements Runnable {
    @Override
    public void run() {
      try {
        int tries = 0;
        boolean continues = waits(START_MILLIS);
        while (continues && tries < MOST_TRIES) {
          if (!FirstUse.isSafe()) {
            continues = waits(UNTIL_SAFE_MILLIS);
          } else if (succeeds()) {
            tries = MOST_TRIES;
          } else {
            tries++;
            continues = waits(AGAIN_MILLIS);
          }
        }
        if (continues) {
          FirstUse.over();
        }
      } finally {
        ended();
      }
    }

    private boolean succeeds() {
      try {
        List<String> problems = new RehearsedFailure(session).run();
        for (String problem : problems) {
          log.debug("The rehearsal of a failing call was incomplete: " + problem);
        }
        return problems.isEmpty();
      } catch (RuntimeException | Error e) {
        log.debug("The rehearsal of a failing call broke off: " + e);
        return false;
      }
    }
  }
}
