package dev.mulligan.guard;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Unwraps the exceptions of futures. */
public final class CompletionFailures {

  private CompletionFailures() {}

  /** Returns the application's own exception, without the wrappers of futures. */
  public static Throwable unwrapped(Throwable failure) {
    Throwable own = failure;
    while ((own instanceof CompletionException || own instanceof ExecutionException)
        && own.getCause() != null) {
      own = own.getCause();
    }
    return own;
  }
}
