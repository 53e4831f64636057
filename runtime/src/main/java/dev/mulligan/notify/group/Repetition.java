package dev.mulligan.notify.group;

import dev.mulligan.notify.Notification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends notifications of what lasts again and again, to the channels that want it: Alertmanager
 * takes for resolved what is not repeated.
 */
public final class Repetition {

  /** Since the last failure: what does not happen again is not known to last any longer. */
  static final Duration LASTS = Duration.ofHours(1);

  private final OpenIncidents incidents;
  private final Channels channels;
  private final Timer timer;
  private final Consumer<Outgoing> next;

  // Guarded by this.
  private boolean isRunning;

  /** The channels in use. */
  public interface Channels {

    /** How often they want repeats; empty when none wants any. */
    Optional<Duration> repeatInterval();
  }

  /** Runs something later. */
  interface Timer {
    void after(Duration delay, Runnable task);
  }

  public Repetition(
      OpenIncidents incidents, Channels channels, Timer timer, Consumer<Outgoing> next) {
    this.incidents = incidents;
    this.channels = channels;
    this.timer = timer;
    this.next = next;
  }

  /** There is a new notification. */
  public synchronized void begin() {
    Optional<Duration> interval = isRunning ? Optional.empty() : channels.repeatInterval();
    if (interval.isPresent()) {
      isRunning = true;
      timer.after(interval.get(), this::repeat);
    }
  }

  private void repeat() {
    end();
    List<Notification> lasting = incidents.lasting(LASTS);
    if (!lasting.isEmpty()) {
      for (Notification notification : lasting) {
        next.accept(new Outgoing(notification, Recipients.REPEATED));
      }
      begin();
    }
  }

  private synchronized void end() {
    isRunning = false;
  }
}
