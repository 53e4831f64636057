package dev.mulligan.guard;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * How a call that holds no thread ends: as its last attempt did, or with the fallback.
 *
 * @param value of the last attempt, where it has no failure
 */
record CallEnd(
    GuardedOperation operation,
    AsyncSide side,
    @Nullable Object value,
    @Nullable Throwable failure) {

  /** As the last attempt. */
  void asIs() {
    side.settle(value, failure);
  }

  /** With the fallback, where there is one. */
  void withSubstitute() {
    Substitute substitute = operation.substitute();
    if (substitute instanceof Substitute.None) {
      asIs();
      return;
    }
    operation.guards().fellBack();
    if (failure == null) {
      operation.engine().discard(value);
    }
    if (substitute instanceof Substitute.Value given) {
      side.settle(given.value(), null);
    } else {
      side.fallBack(value, failure);
    }
  }

  /** No attempt was made, and none will be. */
  void withoutAttempt() {
    side.settle(value, failure == null ? new CancellationException() : failure);
  }
}
