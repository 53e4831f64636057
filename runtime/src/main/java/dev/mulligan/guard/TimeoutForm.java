package dev.mulligan.guard;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/**
 * The exception of a timed-out attempt: one that the method declares, so that its callers expect
 * it.
 */
public enum TimeoutForm {
  TIMEOUT {
    @Override
    Throwable create(String message) {
      return new TimeoutException(message);
    }
  },
  SOCKET_TIMEOUT {
    @Override
    Throwable create(String message) {
      return new SocketTimeoutException(message);
    }
  },
  /** Like OkHttp's own call time-out. */
  INTERRUPTED_IO {
    @Override
    Throwable create(String message) {
      return new InterruptedIOException(message);
    }
  },
  /** Unchecked, and the type that {@link java.util.concurrent.CompletableFuture#join} throws. */
  COMPLETION {
    @Override
    Throwable create(String message) {
      return new CompletionException(message, new TimeoutException(message));
    }
  };

  abstract Throwable create(String message);

  /**
   * Chooses the exception.
   *
   * @param declared class names of a method's throws clause
   */
  public static TimeoutForm of(List<String> declared) {
    if (declared.contains(TimeoutException.class.getName())) {
      return TIMEOUT;
    }
    if (declared.contains(IOException.class.getName())
        || declared.contains(InterruptedIOException.class.getName())) {
      return INTERRUPTED_IO;
    }
    if (declared.contains(SocketTimeoutException.class.getName())) {
      return SOCKET_TIMEOUT;
    }
    return declared.contains(Exception.class.getName())
            || declared.contains(Throwable.class.getName())
        ? TIMEOUT
        : COMPLETION;
  }
}
