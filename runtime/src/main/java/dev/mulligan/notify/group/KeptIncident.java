package dev.mulligan.notify.group;

import dev.mulligan.notify.Notification;
import java.time.Instant;

/**
 * What outlives a process of an open incident.
 *
 * @param newest the newest notification about it
 * @param failures how many failures were notified
 * @param held how many repeats were counted and not notified yet
 * @param lastFailure by the clock of the process
 * @param lastSent when the last notification about it was sent, by the clock of the process
 */
public record KeptIncident(
    Notification newest, long failures, long held, Instant lastFailure, Instant lastSent) {

  public String fingerprint() {
    return newest.fingerprint();
  }

  public KeptIncident withHeld(long repeats) {
    return new KeptIncident(newest, failures, repeats, lastFailure, lastSent);
  }

  /** Returns the same with another notification, such as a redacted one. */
  public KeptIncident with(Notification notification) {
    return new KeptIncident(notification, failures, held, lastFailure, lastSent);
  }
}
