package dev.mulligan;

import org.jspecify.annotations.Nullable;

/**
 * Work that returns a result and can be retried.
 *
 * @param <T> the type of the result
 * @param <X> the checked exception that the work throws; it is never wrapped
 */
@FunctionalInterface
public interface Work<T extends @Nullable Object, X extends Exception> {

  /** Makes one attempt. */
  T call() throws X;
}
