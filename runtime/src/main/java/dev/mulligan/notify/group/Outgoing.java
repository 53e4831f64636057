package dev.mulligan.notify.group;

import dev.mulligan.notify.Notification;

/** A notification that is to be sent now, and which of the channels get it. */
public record Outgoing(Notification notification, Recipients recipients) {

  public static Outgoing toAll(Notification notification) {
    return new Outgoing(notification, Recipients.ALL);
  }

  public boolean isResolved() {
    return notification.isResolved();
  }

  /** The same resolution after further failures, which were only counted. */
  Outgoing after(long failures) {
    return new Outgoing(
        notification.standingFor(notification.occurrences() + failures), recipients);
  }
}
