package dev.mulligan.client;

/** Says why a request that failed was not sent again; attached to the failure. */
public final class NotRepeatedException extends Exception {

  private static final long serialVersionUID = 1;

  NotRepeatedException(String message) {
    super(message, null, false, false);
  }
}
