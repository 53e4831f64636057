package dev.mulligan.retry.inspect;

/**
 * Thrown by a condition that cannot be evaluated. The message gives the reason and does not contain
 * the value.
 */
public final class NotHeldException extends RuntimeException {

  public NotHeldException(String message) {
    super(message, null, false, false);
  }
}
