package dev.mulligan.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Waits briefly for ending threads. One that does not end is a daemon, so it does not keep the JVM
 * alive.
 */
public final class Termination {

  private static final long LONGEST_MILLIS = 500;

  private Termination() {}

  /** Waits for the threads of an executor that was shut down, for at most half a second. */
  public static void await(ExecutorService executor) {
    try {
      executor.awaitTermination(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for at most half a second. */
  public static void await(Thread thread) {
    try {
      thread.join(LONGEST_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
