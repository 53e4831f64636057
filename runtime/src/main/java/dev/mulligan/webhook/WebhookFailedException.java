package dev.mulligan.webhook;

import java.io.IOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A webhook that was not delivered; the message names the receiver without path and query. */
public final class WebhookFailedException extends IOException {

  private static final long serialVersionUID = 1;

  private final String id;
  private final int status;
  private final int attempts;

  /**
   * @param status 0 where there was no answer
   */
  WebhookFailedException(
      String message, String id, int status, int attempts, @Nullable Throwable cause) {
    super(message, cause);
    this.id = id;
    this.status = status;
    this.attempts = attempts;
  }

  /** Of the message: to be given along when it is delivered later. */
  public String id() {
    return id;
  }

  /** The last answer's HTTP status; empty where there was none. */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** How many there were, 1 or more. */
  public int attempts() {
    return attempts;
  }
}
