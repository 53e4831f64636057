package dev.mulligan;

/**
 * What is retried and returns nothing.
 *
 * @param <X> what it throws and the compiler checks; none of it is wrapped
 */
@FunctionalInterface
public interface Action<X extends Exception> {

  /** Makes one attempt. */
  void run() throws X;
}
