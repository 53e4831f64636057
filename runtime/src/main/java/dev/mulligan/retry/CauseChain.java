package dev.mulligan.retry;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An exception and its causes; chains that bite their own tail or never end are cut. */
final class CauseChain {

  private static final int DEEPEST = 100;

  private CauseChain() {}

  /** Whether the exception itself or one of its causes fits. */
  static boolean any(@Nullable Throwable first, Predicate<Throwable> test) {
    Throwable at = first;
    for (int depth = 0; at != null && depth < DEEPEST; depth++) {
      if (test.test(at)) {
        return true;
      }
      at = at.getCause();
    }
    return false;
  }
}
