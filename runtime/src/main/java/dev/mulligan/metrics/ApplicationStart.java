package dev.mulligan.metrics;

import java.util.Map;

/** Tells when the application's main method runs: until then everything of ours delays it. */
final class ApplicationStart {

  private static final long POLL_MILLIS = 50;
  private static final long LONGEST_MILLIS = 30_000;
  private static final long MAIN_THREAD = 1;

  private ApplicationStart() {}

  /** Returns when it does, or after 30 seconds; false when interrupted. */
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

  /** The launcher and the agents before it are at the bottom of the main thread's stack. */
  private static boolean isStarting() {
    for (Map.Entry<Thread, StackTraceElement[]> thread : Thread.getAllStackTraces().entrySet()) {
      if (isMain(thread.getKey())) {
        return isOfTheLauncher(thread.getValue());
      }
    }
    return false;
  }

  @SuppressWarnings("deprecation") // its successor is there from Java 19 on
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
