package dev.mulligan.weave.guarded;

import dev.mulligan.gate.Gate;
import java.util.Arrays;

/**
 * Removes the agent's frames from exceptions that the agent creates, so that their stack traces
 * begin in the application's method.
 */
final class OwnFrames {

  private static final String OURS = "dev.mulligan.";
  private static final String GATE = Gate.class.getName();

  private OwnFrames() {}

  static Throwable strip(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      StackTraceElement[] trace = at.getStackTrace();
      int first = 0;
      while (first < trace.length && isOurs(trace[first])) {
        first++;
      }
      at.setStackTrace(Arrays.copyOfRange(trace, first, trace.length));
    }
    return thrown;
  }

  private static boolean isOurs(StackTraceElement frame) {
    return frame.getClassName().startsWith(OURS) || frame.getClassName().equals(GATE);
  }
}
