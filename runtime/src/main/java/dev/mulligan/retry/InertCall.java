package dev.mulligan.retry;

import org.jspecify.annotations.Nullable;

/** A call that never retries, for when no memory or stack is left for more. */
final class InertCall extends AttemptSequence {

  InertCall(EngineParts parts) {
    super(parts);
  }

  @Override
  boolean retries(Throwable thrown) {
    return false;
  }

  @Override
  long afterRetryable(Throwable thrown) {
    return NO_FURTHER_ATTEMPT;
  }

  @Override
  long afterFinal(Throwable thrown) {
    return NO_FURTHER_ATTEMPT;
  }

  @Override
  long afterResult(@Nullable Object result) {
    return NO_FURTHER_ATTEMPT;
  }
}
