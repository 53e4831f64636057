package dev.mulligan.notify.content;

import dev.mulligan.notify.Notification;
import dev.mulligan.notify.ProcessInfo;

/**
 * A notification ready for its receivers: redacted and cleaned.
 *
 * @param title one line of plain text
 */
public record Message(Notification notification, ProcessInfo process, String title, Body body) {

  /** Returns the body as plain text, of several lines. */
  public String text() {
    return body.plain();
  }

  /** Returns title and body together, for receivers without a separate title. */
  public Body whole() {
    return body.under(title);
  }
}
