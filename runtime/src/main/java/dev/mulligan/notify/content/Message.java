package dev.mulligan.notify.content;

import dev.mulligan.notify.Notification;
import dev.mulligan.notify.ProcessInfo;

/**
 * A notification made ready for receivers: redacted, its texts clean.
 *
 * @param title one line of plain text
 */
public record Message(Notification notification, ProcessInfo process, String title, Body body) {

  /** The body as plain text, several lines. */
  public String text() {
    return body.plain();
  }

  /** Title and body as one, for receivers that know no title. */
  public Body whole() {
    return body.under(title);
  }
}
