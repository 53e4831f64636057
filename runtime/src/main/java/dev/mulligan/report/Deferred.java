package dev.mulligan.report;

import dev.mulligan.firstuse.FirstUse;
import dev.mulligan.log.Log;
import dev.mulligan.thread.MulliganThread;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reports that arrive while files, memory or the stack of a thread are too short for the use of the
 * notifier. A thread submits them when there is enough; it runs only meanwhile.
 */
final class Deferred {

  /** Reports hold exceptions of the application, so only a few are kept. */
  private static final int MOST = 100;

  private static final long LOOK_AGAIN_MILLIS = 200;

  private final Log log;

  // Guarded by this.
  private final Queue<Runnable> waiting = new ArrayDeque<>(MOST);
  private boolean isRunning;
  private long lost;

  Deferred(Log log) {
    this.log = log;
  }

  /**
   * Keeps a report for later.
   *
   * @return false if there are too many, which is counted
   */
  synchronized boolean add(Runnable report) {
    boolean isKept = waiting.size() < MOST;
    if (isKept) {
      waiting.add(report);
    } else {
      lost++;
    }
    startIfNeeded();
    return isKept;
  }

  /** Whether reports wait, or are being submitted. */
  synchronized boolean isWaiting() {
    return isRunning || !waiting.isEmpty();
  }

  /** Starts the thread if that failed before. */
  synchronized void startIfNeeded() {
    if (isRunning || waiting.isEmpty()) {
      return;
    }
    try {
      MulliganThread.named("notify-later", new Later()).start();
      isRunning = true;
    } catch (OutOfMemoryError noThread) {
      // The next report tries again.
    }
  }

  /** Submits everything if that is possible now; the notifier ends. */
  void end() {
    if (FirstUse.isSafe()) {
      submitAll();
    }
    dropAll();
    sayLost();
  }

  private synchronized void dropAll() {
    lost += waiting.size();
    waiting.clear();
  }

  private synchronized @Nullable Runnable poll() {
    return waiting.poll();
  }

  private void submitAll() {
    for (Runnable next = poll(); next != null; next = poll()) {
      try {
        next.run();
      } catch (RuntimeException | Error e) {
        log.warnOnce("A deferred notification could not be submitted: " + e);
      }
    }
    sayLost();
  }

  private synchronized boolean ends() {
    isRunning = !waiting.isEmpty();
    return !isRunning;
  }

  private void sayLost() {
    long count;
    synchronized (this) {
      count = lost;
      lost = 0;
    }
    if (count > 0) {
      log.warning(
          "Notifications lost, because files or memory were exhausted at the first failures: "
              + count);
    }
  }

  private final class Later implements Runnable {
    @Override
    public void run() {
      do {
        awaitRoom();
        submitAll();
      } while (!ends());
    }

    private void awaitRoom() {
      while (!FirstUse.isSafe()) {
        try {
          TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
          // Nothing but the state of the process ends the wait.
        }
      }
    }
  }
}
