package dev.mulligan;

import dev.mulligan.retry.failure.CallId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Passes the number of the current attempt to the work of one call. */
final class NumberedWork<T extends @Nullable Object, X extends Exception> implements Work<T, X> {

  private final AttemptedWork<T, X> work;
  private final UUID callId;
  private final String operation;
  private int number;

  NumberedWork(AttemptedWork<T, X> work, CallId id, String operation) {
    this.work = work;
    this.callId = id.value();
    this.operation = operation;
  }

  @Override
  public T call() throws X {
    return work.call(new RetryAttempt(++number, callId, operation));
  }
}
