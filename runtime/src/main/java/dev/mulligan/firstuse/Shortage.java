package dev.mulligan.firstuse;

import java.io.IOException;

/**
 * Failures because the process lacks memory, threads or files. They say nothing about what was
 * tried, and may be over in a moment.
 */
public final class Shortage {

  private Shortage() {}

  /** Whether a failure has such a cause. */
  public static boolean isCauseOf(Throwable failure) {
    return failure instanceof VirtualMachineError
        || failure instanceof LinkageError
        || (failure instanceof IOException
            && String.valueOf(failure.getMessage()).contains("Too many open files"));
  }
}
