package dev.mulligan.notify.delivery;

import dev.mulligan.notify.Notification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Tells some receivers over and over what lasts: Alertmanager takes for resolved what it does not
 * hear of.
 */
final class Repetition {

  /** Since the last failure: what does not happen again is not known to last any longer. */
  static final Duration LASTS = Duration.ofHours(1);

  private final OpenIncidents incidents;
  private final Outlet outlet;

  // Guarded by this.
  private boolean isRunning;

  /** Where it goes. */
  interface Outlet {

    /** How often the receivers want to hear it; empty when there are none that do. */
    Optional<Duration> interval();

    void after(Duration delay, Runnable task);

    /** Sends to the receivers that want to hear it again. */
    void repeat(Notification lasting);
  }

  Repetition(OpenIncidents incidents, Outlet outlet) {
    this.incidents = incidents;
    this.outlet = outlet;
  }

  /** Something new has been told. */
  synchronized void begin() {
    Optional<Duration> interval = isRunning ? Optional.empty() : outlet.interval();
    if (interval.isPresent()) {
      isRunning = true;
      outlet.after(interval.get(), this::repeat);
    }
  }

  private void repeat() {
    end();
    List<Notification> lasting = incidents.lasting(LASTS);
    if (!lasting.isEmpty()) {
      lasting.forEach(outlet::repeat);
      begin();
    }
  }

  private synchronized void end() {
    isRunning = false;
  }
}
