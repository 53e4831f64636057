package dev.mulligan;

/**
 * Work that returns nothing and can be retried.
 *
 * @param <X> the checked exception that the work throws; it is never wrapped
 */
@FunctionalInterface
public interface Action<X extends Exception> {

  /** Makes one attempt. */
  void run() throws X;
}
