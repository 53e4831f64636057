package dev.mulligan.retry;

import org.jspecify.annotations.Nullable;

/** Never retries: for when there is no memory or stack left for more. */
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
