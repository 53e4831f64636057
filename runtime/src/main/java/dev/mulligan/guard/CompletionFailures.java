package dev.mulligan.guard;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What futures wrap around the exceptions of the work behind them. */
public final class CompletionFailures {

  private CompletionFailures() {}

  /** The application's own exception, without what futures wrap around it. */
  public static Throwable unwrapped(Throwable failure) {
    Throwable own = failure;
    while ((own instanceof CompletionException || own instanceof ExecutionException)
        && own.getCause() != null) {
      own = own.getCause();
    }
    return own;
  }
}
