package dev.mulligan.retry.inspect;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks an exception and its causes; stops in cyclic and endless chains. */
public final class CauseChain {

  public static final int DEEPEST = 100;

  private CauseChain() {}

  /** Whether the exception itself or one of its causes passes the test. */
  public static boolean any(Throwable first, Predicate<Throwable> test) {
    return test.test(first) || anyCause(first, test);
  }

  /** Whether one of the causes passes the test. */
  public static boolean anyCause(Throwable first, Predicate<Throwable> test) {
    Throwable at = causeOf(first);
    for (int depth = 0; at != null && depth < DEEPEST; depth++) {
      if (test.test(at)) {
        return true;
      }
      at = causeOf(at);
    }
    return false;
  }

  /** Returns the cause, or null if the application's own {@code getCause} throws. */
  public static @Nullable Throwable causeOf(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (Throwable e) {
      return null;
    }
  }
}
