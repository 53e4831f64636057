package dev.mulligan.metrics;

import java.util.Map;

/**
 * Waits for the application's main method, because everything that Mulligan does before delays the
 * start.
 */
final class ApplicationStart {

  private static final long POLL_MILLIS = 50;
  private static final long LONGEST_MILLIS = 30_000;
  private static final long MAIN_THREAD = 1;

  private ApplicationStart() {}

  /** Blocks until main runs, or for 30 seconds; returns false if interrupted. */
  static boolean await() {
    try {
      for (long waited = 0; waited < LONGEST_MILLIS && isStarting(); waited += POLL_MILLIS) {
        Thread.sleep(POLL_MILLIS);
      }
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /**
   * While the launcher or agents run, their frames are at the bottom of the main thread's stack.
   */
  private static boolean isStarting() {
    for (Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
      if (isMain(thread.getKey())) {
        return isOfTheLauncher(thread.getValue());
      }
    }
    return false;
  }

  @SuppressWarnings("deprecation") // its successor exists from Java 19 on
  private static boolean isMain(Thread thread) {
    return thread.getId() == MAIN_THREAD;
  }

  private static boolean isOfTheLauncher(StackTraceElement[] stack) {
    if (stack.length == 0) {
      return true;
    }
    String bottom = stack[stack.length - 1].getClassName();
    return bottom.startsWith("sun.instrument.") || bottom.startsWith("sun.launcher.");
  }
}
