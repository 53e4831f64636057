package dev.mulligan.notify.group;

import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TaskIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The open incidents. An incident is resolved once, when its operation has succeeded and not failed
 * again for a while. Bounded: the oldest incidents are dropped first.
 */
public final class OpenIncidents {

  /**
   * How long an operation must not fail after a success. An intermittent failure is not resolved.
   */
  static final Duration QUIET = Duration.ofSeconds(10);

  private static final int KEPT = 10_000;

  private final Clock clock;

  // By fingerprint, in the order of opening; guarded by this.
  private final Map<String, Incident> open = new LinkedHashMap<>();

  public OpenIncidents(Clock clock) {
    this.clock = clock;
  }

  /**
   * Opens an incident, or continues it; successes of its operation count from now on. Its failures
   * are counted when they are notified, alone or grouped: see {@link #notified}.
   */
  public synchronized void failed(Notification notification) {
    if (notification.type() == NotificationType.SUCCESS) {
      return;
    }
    Incident incident = open.get(notification.fingerprint());
    if (incident == null) {
      if (open.size() == KEPT) {
        open.remove(open.keySet().iterator().next());
      }
      open.put(notification.fingerprint(), new Incident(notification, clock.instant()));
    } else {
      incident.failedAgain(notification, clock.instant());
    }
  }

  /** Continues an incident whose failure was only counted. */
  synchronized void failedAgain(String fingerprint, Instant when) {
    Incident incident = open.get(fingerprint);
    if (incident != null) {
      incident.failedAgain(when);
    }
  }

  /** Counts the failures of a notification that is sent. */
  public synchronized void notified(Notification notification) {
    Incident incident = open.get(notification.fingerprint());
    if (incident != null) {
      incident.failures += notification.occurrences();
    }
  }

  /** Returns the fingerprints of the open incidents. */
  synchronized List<String> fingerprints() {
    return List.copyOf(open.keySet());
  }

  /** Whether an operation has succeeded, and its quiet period is not over. */
  synchronized boolean isAnyEnding() {
    return open.values().stream().anyMatch(incident -> incident.hasSucceeded);
  }

  /**
   * Records a success of an operation.
   *
   * @return whether this starts the quiet period of an incident
   */
  synchronized boolean succeeded(String rule, String operation, TaskIdentity task) {
    boolean ends = false;
    for (Incident incident : open.values()) {
      if (incident.isOf(rule, operation, task)) {
        ends |= !incident.hasSucceeded;
        incident.succeeded(clock.instant());
      }
    }
    return ends;
  }

  /** Closes the incidents whose quiet period is over, and returns their resolutions. */
  List<Outgoing> over() {
    Instant latest = clock.instant().minus(QUIET);
    return close(incident -> incident.hasBeenQuietSince(latest));
  }

  /**
   * Closes the incidents whose operation has succeeded since the last failure, without a quiet
   * period, because the service ends.
   */
  List<Outgoing> overAtTheEnd() {
    return close(incident -> incident.hasBeenQuietSince(Instant.MAX));
  }

  /**
   * Closes the incidents of a subject whose success the program reports itself.
   *
   * @param success any other notification closes nothing
   * @return the resolutions, for the channels that keep incidents; empty if none was open
   */
  public List<Outgoing> resolvedBy(Notification success) {
    if (success.type() != NotificationType.SUCCESS || success.isResolved()) {
      return List.of();
    }
    String subject = success.event().subject();
    List<Outgoing> resolutions = new ArrayList<>();
    for (Outgoing over : close(incident -> incident.isOf(subject))) {
      resolutions.add(new Outgoing(over.notification(), Recipients.WITH_INCIDENTS));
    }
    return resolutions;
  }

  /**
   * Returns the newest notification of each incident that failed within this time, for receivers
   * that need repeats.
   */
  synchronized List<Notification> lasting(Duration within) {
    Instant earliest = clock.instant().minus(within);
    List<Notification> lasting = new ArrayList<>();
    for (Incident incident : open.values()) {
      if (incident.lastFailure.isAfter(earliest)) {
        lasting.add(incident.newest);
      }
    }
    return lasting;
  }

  private synchronized List<Outgoing> close(Predicate<Incident> isOver) {
    List<Incident> over = new ArrayList<>();
    for (Incident incident : open.values()) {
      if (isOver.test(incident)) {
        over.add(incident);
      }
    }
    List<Outgoing> resolutions = new ArrayList<>();
    List<String> subjects = new ArrayList<>();
    for (Incident incident : over) {
      open.remove(incident.newest.fingerprint());
      String subject = incident.newest.event().subject() + incident.newest.tags();
      boolean isFirst = !subjects.contains(subject);
      subjects.add(subject);
      resolutions.add(
          new Outgoing(
              incident.newest.resolved(clock.instant(), Math.max(1, incident.failures)),
              isFirst ? Recipients.ALL : Recipients.WITH_INCIDENTS));
    }
    return resolutions;
  }

  /** Guarded by the enclosing object. */
  private static final class Incident {

    private Notification newest;
    private long failures;
    private Instant lastFailure;
    private Instant lastSuccess = Instant.MIN;
    private boolean hasSucceeded;

    Incident(Notification first, Instant now) {
      newest = first;
      lastFailure = now;
    }

    void failedAgain(Notification notification, Instant now) {
      newest = notification;
      lastFailure = now;
      hasSucceeded = false;
    }

    void failedAgain(Instant when) {
      if (when.isAfter(lastFailure)) {
        lastFailure = when;
        hasSucceeded &= !when.isAfter(lastSuccess);
      }
    }

    void succeeded(Instant now) {
      lastSuccess = now;
      hasSucceeded = true;
    }

    boolean isOf(String rule, String operation, TaskIdentity task) {
      return newest.event() instanceof CallReport call
          && call.rule().equals(rule)
          && call.operation().equals(operation)
          && isOf(call.task().name(), task.name());
    }

    /** An unknown name matches every name. */
    private static boolean isOf(Optional<String> failed, Optional<String> succeeded) {
      return failed.isEmpty() || succeeded.isEmpty() || failed.equals(succeeded);
    }

    boolean isOf(String subject) {
      return newest.event().subject().equals(subject);
    }

    boolean hasBeenQuietSince(Instant time) {
      return hasSucceeded && !lastFailure.isAfter(time);
    }
  }
}
