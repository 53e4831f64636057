package dev.mulligan;

/**
 * Rethrows an exception of the application unchanged, even if the compiler expects another checked
 * type.
 */
final class Rethrow {

  private Rethrow() {}

  @SuppressWarnings("unchecked") // unchecked on purpose: the caller's code declares what it throws
  static <X extends Throwable> RuntimeException asIs(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
