package dev.mulligan.webhook;

import java.io.IOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Thrown if a webhook was not delivered. The message names the receiver without path and query. */
public final class WebhookFailedException extends IOException {

  private static final long serialVersionUID = 1;

  private final String id;
  private final int status;
  private final int attempts;

  /**
   * @param status 0 if there was no answer
   */
  WebhookFailedException(
      String message, String id, int status, int attempts, @Nullable Throwable cause) {
    super(message, cause);
    this.id = id;
    this.status = status;
    this.attempts = attempts;
  }

  /** Returns the id of the message. Use the same id to deliver it again later. */
  public String id() {
    return id;
  }

  /** Returns the HTTP status of the last answer; empty if there was none. */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** Returns the number of attempts, 1 or more. */
  public int attempts() {
    return attempts;
  }
}
