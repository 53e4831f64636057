package dev.mulligan.notify.group;

import dev.mulligan.notify.CallReport;
import dev.mulligan.notify.Notification;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.StoredAge;
import dev.mulligan.notify.TaskIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The open incidents, of this process and those that an earlier one left. An incident is resolved
 * once, when its operation has succeeded and not failed again for a while. Bounded: the oldest
 * incidents are dropped first. Times are monotonic; the wall clock is only shown and stored.
 */
public final class OpenIncidents {

  /**
   * How long an operation must not fail after a success. An intermittent failure is not resolved.
   */
  static final Duration QUIET = Duration.ofSeconds(10);

  /** Longer than a day, to cover daily jobs; the engine forgets a failure after the same time. */
  public static final Duration EXPIRES = Duration.ofHours(25);

  /**
   * How long a process has had an incident of an earlier one before it may expire, whatever the
   * clocks say.
   */
  private static final Duration HELD = Duration.ofHours(1);

  private static final int KEPT = 10_000;

  private final Clock clock;
  private final LongSupplier nanos;

  // By fingerprint, in the order of opening; guarded by this.
  private final Map<String, Incident> open = new LinkedHashMap<>();

  /**
   * @param nanos such as {@link System#nanoTime}
   */
  public OpenIncidents(Clock clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
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
      add(new Incident(notification, nanos.getAsLong()));
    } else {
      incident.failedAgain(notification, nanos.getAsLong());
    }
  }

  private void add(Incident incident) {
    if (open.size() == KEPT) {
      open.remove(open.keySet().iterator().next());
    }
    open.put(incident.newest.fingerprint(), incident);
  }

  /**
   * Adds an incident that an earlier process left open. If this process has it too, only the
   * failures are added.
   */
  public synchronized void leftOpen(KeptIncident left) {
    Incident incident = open.get(left.fingerprint());
    if (incident != null) {
      incident.failures += left.failures();
      return;
    }
    Instant now = clock.instant();
    Duration most = EXPIRES.minus(HELD);
    long nowNanos = nanos.getAsLong();
    Incident added =
        new Incident(
            left.newest(), nowNanos - StoredAge.of(left.lastFailure(), now, most).toNanos());
    added.sentNanos = nowNanos - StoredAge.of(left.lastSent(), now, most).toNanos();
    added.failures = left.failures();
    add(added);
  }

  /** Continues an incident whose failure was only counted. */
  synchronized void failedAgain(String fingerprint, Duration ago) {
    Incident incident = open.get(fingerprint);
    if (incident != null) {
      incident.failedAgain(nanos.getAsLong() - ago.toNanos());
    }
  }

  /** Counts the failures of a notification that is sent. */
  public synchronized void notified(Notification notification) {
    Incident incident = open.get(notification.fingerprint());
    if (incident != null) {
      incident.failures += notification.occurrences();
      incident.sentNanos = nanos.getAsLong();
    }
  }

  public synchronized boolean isOpen(String fingerprint) {
    return open.containsKey(fingerprint);
  }

  /** Returns what is to be kept of an incident; empty if it is not open. */
  public synchronized Optional<KeptIncident> kept(String fingerprint) {
    Incident incident = open.get(fingerprint);
    if (incident == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    long nowNanos = nanos.getAsLong();
    return Optional.of(
        new KeptIncident(
            incident.newest,
            Math.max(1, incident.failures),
            0,
            now.minusNanos(nowNanos - incident.failedNanos),
            now.minusNanos(nowNanos - incident.sentNanos)));
  }

  /** Returns the fingerprints of the open incidents. */
  public synchronized List<String> fingerprints() {
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
        incident.succeeded(nanos.getAsLong());
      }
    }
    return ends;
  }

  /** Closes the incidents whose quiet period is over, and returns their resolutions. */
  List<Outgoing> over() {
    long now = nanos.getAsLong();
    return close(incident -> incident.hasBeenQuiet(now, QUIET));
  }

  /**
   * Closes the incidents whose operation has succeeded since the last failure, without a quiet
   * period, because the service ends.
   */
  List<Outgoing> overAtTheEnd() {
    return close(incident -> incident.hasSucceeded);
  }

  /**
   * Closes the incidents that have neither failed nor succeeded for {@link #EXPIRES}.
   *
   * @return resolutions for the channels that would keep them open for ever; people are not told
   *     that something works again, since nobody knows
   */
  public List<Outgoing> expired() {
    long now = nanos.getAsLong();
    return withIncidents(close(incident -> incident.isExpired(now)));
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
    return withIncidents(close(incident -> incident.isOf(subject)));
  }

  private static List<Outgoing> withIncidents(List<Outgoing> resolutions) {
    List<Outgoing> restricted = new ArrayList<>();
    for (Outgoing over : resolutions) {
      restricted.add(new Outgoing(over.notification(), Recipients.WITH_INCIDENTS));
    }
    return restricted;
  }

  /**
   * Returns the newest notification of each incident that failed within this time, for receivers
   * that need repeats.
   */
  synchronized List<Notification> lasting(Duration within) {
    long now = nanos.getAsLong();
    List<Notification> lasting = new ArrayList<>();
    for (Incident incident : open.values()) {
      if (now - incident.failedNanos < within.toNanos()) {
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
    private long failedNanos;
    private long succeededNanos;
    private long sentNanos;
    private boolean hasSucceeded;

    Incident(Notification first, long now) {
      newest = first;
      failedNanos = now;
      sentNanos = now;
    }

    void failedAgain(Notification notification, long now) {
      newest = notification;
      failedNanos = now;
      hasSucceeded = false;
    }

    void failedAgain(long when) {
      if (when - failedNanos > 0) {
        failedNanos = when;
        hasSucceeded &= when - succeededNanos <= 0;
      }
    }

    void succeeded(long now) {
      succeededNanos = now;
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

    boolean hasBeenQuiet(long now, Duration period) {
      return hasSucceeded && isLonger(now - failedNanos, period);
    }

    boolean isExpired(long now) {
      return !hasSucceeded && isLonger(now - failedNanos, EXPIRES);
    }

    private static boolean isLonger(long elapsed, Duration period) {
      return elapsed >= TimeUnit.MILLISECONDS.toNanos(period.toMillis());
    }
  }
}
