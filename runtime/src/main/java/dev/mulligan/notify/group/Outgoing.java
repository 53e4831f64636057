package dev.mulligan.notify.group;

import dev.mulligan.notify.Notification;
import java.util.Optional;

/** A notification that is sent now, and its recipients among the selected channels. */
public record Outgoing(Notification notification, Recipients recipients) {

  public static Outgoing toAll(Notification notification) {
    return new Outgoing(notification, Recipients.ALL);
  }

  public boolean isResolved() {
    return notification.isResolved();
  }

  /** Returns what remains of it for the channels that keep no incidents. */
  public Optional<Outgoing> withoutIncidents() {
    return recipients == Recipients.WITH_INCIDENTS
        ? Optional.empty()
        : Optional.of(new Outgoing(notification, Recipients.WITHOUT_INCIDENTS));
  }

  /** Returns the resolution with further failures, which were only counted. */
  Outgoing after(long failures) {
    return new Outgoing(
        notification.standingFor(notification.occurrences() + failures), recipients);
  }
}
