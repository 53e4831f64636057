package dev.mulligan.client;

/**
 * Explains why a failed request was not retried; attached to the failure as a suppressed exception.
 */
public final class NotRepeatedException extends Exception {

  private static final long serialVersionUID = 1;

  NotRepeatedException(String message) {
    super(message, null, false, false);
  }
}
