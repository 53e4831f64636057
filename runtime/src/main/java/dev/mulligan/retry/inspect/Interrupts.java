package dev.mulligan.retry.inspect;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Recognises failures that an interrupt has caused. Somebody has asked the thread to stop, with
 * {@code shutdownNow()} for example; another attempt would work against that. The thread's flag
 * does not show it: whoever throws such an exception has cleared the flag.
 *
 * <p>A plain {@link java.io.InterruptedIOException} is also what a time-out looks like, such as
 * OkHttp's. Where an interrupt has caused it, the flag is set, and the back-off ends at once.
 */
public final class Interrupts {

  // Compared by name: the classes would be loaded for the first failure.
  private static final String CLOSED = "java.nio.channels.ClosedByInterruptException";
  private static final String LOCK = "java.nio.channels.FileLockInterruptionException";

  private Interrupts() {}

  /** Whether the exception or one of its causes is an interrupt. */
  public static boolean haveCaused(Throwable thrown) {
    @Nullable Throwable at = thrown;
    for (int depth = 0; at != null && depth < CauseChain.DEEPEST; depth++) {
      if (isInterrupt(at)) {
        return true;
      }
      at = CauseChain.causeOf(at);
    }
    return false;
  }

  private static boolean isInterrupt(Throwable thrown) {
    if (!(thrown instanceof IOException)) {
      return thrown instanceof InterruptedException;
    }
    String name = thrown.getClass().getName();
    return name.equals(CLOSED) || name.equals(LOCK);
  }
}
