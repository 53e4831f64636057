package dev.mulligan;

import org.jspecify.annotations.Nullable;

/**
 * What is retried.
 *
 * @param <T> what it returns
 * @param <X> what it throws and the compiler checks; none of it is wrapped
 */
@FunctionalInterface
public interface Work<T extends @Nullable Object, X extends Exception> {

  /** Makes one attempt. */
  T call() throws X;
}
