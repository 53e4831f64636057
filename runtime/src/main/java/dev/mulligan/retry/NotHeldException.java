package dev.mulligan.retry;

/** A condition that could not be asked; its message says why, and holds nothing of the value. */
final class NotHeldException extends RuntimeException {

  NotHeldException(String message) {
    super(message, null, false, false);
  }
}
