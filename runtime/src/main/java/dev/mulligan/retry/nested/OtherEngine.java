package dev.mulligan.retry.nested;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Another engine in this process, whose calls may be inside the calls of this one or around them:
 * for the library, that of the agent. Each tells the other what it gave up on. No method throws.
 */
public interface OtherEngine {

  /**
   * Tells what this engine gave up on, on this thread.
   *
   * @param failure an exception or a result
   * @param repeated as in {@link NestedFailures#addResult}
   * @param nanos of {@link System#nanoTime}
   */
  void gaveUp(
      @Nullable Object failure,
      boolean isResult,
      boolean repeated,
      Threading threading,
      long nanos,
      boolean notified);

  /**
   * Whether the other engine has given up on this failure, or on a result inside the attempt that
   * ends now.
   *
   * @param start of the attempt, of {@link System#nanoTime}
   * @return whether a notification was sent; empty if it has not given up
   */
  Optional<Boolean> find(
      @Nullable Object failure, boolean isResult, Threading threading, long start, long now);
}
