package dev.mulligan.notify.group;

import dev.mulligan.notify.Notification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Repeats the notifications of continuing incidents for the channels that need it: Alertmanager
 * considers an alert resolved unless it is repeated.
 */
public final class Repetition {

  /** How long after the last failure an incident counts as continuing. */
  static final Duration LASTS = Duration.ofHours(1);

  private final OpenIncidents incidents;
  private final Channels channels;
  private final Timer timer;
  private final Consumer<Outgoing> next;

  // Guarded by this.
  private boolean isRunning;

  /** The channels in use. */
  public interface Channels {

    /** Returns the shortest interval of repeats that a channel needs; empty if none needs any. */
    Optional<Duration> repeatInterval();
  }

  /** Runs a task later. */
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

  /** Starts the repeats after a new notification, if they are not running. */
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
