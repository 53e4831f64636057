package dev.mulligan;

import org.jspecify.annotations.Nullable;

/**
 * Work that can be retried and receives the number of its attempt.
 *
 * @param <T> the type of the result
 * @param <X> the checked exception that the work throws; it is never wrapped
 */
@FunctionalInterface
public interface AttemptedWork<T extends @Nullable Object, X extends Exception> {

  /** Makes one attempt. */
  T call(RetryAttempt attempt) throws X;
}
