package dev.mulligan.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Waits a moment for threads that are about to end. One that does not is a daemon all the same. */
public final class Termination {

  private static final long LONGEST_MILLIS = 500;

  private Termination() {}

  /** For those of an executor that has been shut down, half a second at most. */
  public static void await(ExecutorService executor) {
    try {
      executor.awaitTermination(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** For half a second at most. */
  public static void await(Thread thread) {
    try {
      thread.join(LONGEST_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
