package dev.mulligan;

import org.jspecify.annotations.Nullable;

/**
 * What is retried and wants to know which attempt it is in.
 *
 * @param <T> what it returns
 * @param <X> what it throws and the compiler checks; none of it is wrapped
 */
@FunctionalInterface
public interface AttemptedWork<T extends @Nullable Object, X extends Exception> {

  /** Makes one attempt. */
  T call(RetryAttempt attempt) throws X;
}
