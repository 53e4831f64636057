package dev.mulligan.async.reactive;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Carries a value that a condition rejects through a library that retries failures only. */
final class RejectedResult extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final transient @Nullable Object value;

  RejectedResult(@Nullable Object value) {
    super("a condition rejects the result", null, false, false);
    this.value = value;
  }

  @Nullable Object value() {
    return value;
  }
}
