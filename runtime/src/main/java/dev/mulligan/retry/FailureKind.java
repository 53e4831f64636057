package dev.mulligan.retry;

/** How an attempt failed with an exception; it decides which of the strategy's conditions apply. */
public enum FailureKind {
  /** The method threw it: {@code retry-on} and {@code abort-on} apply. */
  THROWN,
  /** The attempt timed out: it is retried unless {@code abort-on} matches. */
  TIMED_OUT,
  /**
   * A guard refused the attempt: it is retried only if {@code retry-on} names the exception's
   * class.
   */
  REFUSED
}
