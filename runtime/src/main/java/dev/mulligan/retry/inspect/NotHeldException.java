package dev.mulligan.retry.inspect;

/** A condition that could not be asked; its message says why, and holds nothing of the value. */
public final class NotHeldException extends RuntimeException {

  public NotHeldException(String message) {
    super(message, null, false, false);
  }
}
