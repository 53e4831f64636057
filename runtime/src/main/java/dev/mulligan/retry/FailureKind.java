package dev.mulligan.retry;

/** How an attempt failed with an exception, which decides what the strategy is asked about it. */
public enum FailureKind {
  /** The method threw it: {@code retry-on} and {@code abort-on} decide. */
  THROWN,
  /** The attempt took too long: it may be repeated unless {@code abort-on} fits. */
  TIMED_OUT,
  /** A guard refused the attempt: a failure only where {@code retry-on} names the class. */
  REFUSED
}
