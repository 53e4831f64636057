package dev.mulligan.notify.delivery;

import dev.mulligan.notify.group.CurrentGrouping;
import dev.mulligan.notify.group.KeptIncident;
import dev.mulligan.notify.group.OpenIncidents;
import dev.mulligan.notify.store.IncidentStore;
import dev.mulligan.notify.store.IncidentTakeover;
import dev.mulligan.notify.store.Outboxes;
import java.util.Optional;

/**
 * Decides when an open incident is stored for the next process: before it is notified, with each
 * change at most once a second, and at the end. Removed when it is resolved.
 */
final class KeptIncidents {

  private final OpenIncidents incidents;
  private final IncidentTakeover takeover;
  private final IncidentStore store;
  private final CurrentRedactor redaction;

  /**
   * @param redaction applied to what is stored
   */
  KeptIncidents(OpenIncidents incidents, Outboxes outboxes, CurrentRedactor redaction) {
    this.incidents = incidents;
    this.takeover = outboxes.takeover();
    this.store = outboxes.incidents();
    this.redaction = redaction;
  }

  /** Waits until this process has read what earlier ones left open, so that it opens none twice. */
  void awaitEarlier() {
    takeover.await();
  }

  /** Stores a new incident. */
  void opened(String fingerprint) {
    if (store.isMissing(fingerprint)) {
      keep(fingerprint, 0);
    }
  }

  /** Stores that it has failed again, now and then. */
  void failedAgain(String fingerprint, CurrentGrouping grouping) {
    if (store.isDue(fingerprint)) {
      keep(fingerprint, grouping.repeats(fingerprint));
    }
  }

  /** Stores that a notification about it is sent. */
  void notified(String fingerprint) {
    if (store.hasHeld(fingerprint) || store.isDue(fingerprint)) {
      keep(fingerprint, 0);
    }
  }

  /** Whether its resolution is left to another process, for the channels that keep incidents. */
  boolean isOpenElsewhere(String fingerprint) {
    return store.isOpenElsewhere(fingerprint);
  }

  /** Removes an incident, unless it was opened again. */
  void over(String fingerprint) {
    if (!incidents.isOpen(fingerprint)) {
      store.over(fingerprint);
    }
  }

  boolean isKept(String fingerprint) {
    return store.isKept(fingerprint);
  }

  /** Stores all that is open, for the next process. */
  void leave(CurrentGrouping grouping) {
    for (String fingerprint : incidents.fingerprints()) {
      if (store.isKept(fingerprint)) {
        keep(fingerprint, grouping.repeats(fingerprint));
      }
    }
  }

  private void keep(String fingerprint, long held) {
    Optional<KeptIncident> kept = incidents.kept(fingerprint);
    if (kept.isPresent()) {
      KeptIncident open = kept.get();
      store.keep(open.with(redaction.apply(open.newest())).withHeld(held));
    }
  }
}
