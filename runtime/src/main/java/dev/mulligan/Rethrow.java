package dev.mulligan;

/** Throws what an application's own code threw as it is, whatever the compiler knows of it. */
final class Rethrow {

  private Rethrow() {}

  @SuppressWarnings("unchecked") // unchecked on purpose: the caller's code declares what it throws
  static <X extends Throwable> RuntimeException asIs(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
