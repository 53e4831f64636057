package dev.mulligan.notify.group;

import dev.mulligan.thread.LazyTimer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Groups repeats: the first notification of a fingerprint is sent, and those within the following
 * window are sent as one at its end. A window without repeats ends the group.
 */
final class Grouping {

  private static final int MOST_GROUPS = 10_000;
  private static final long PURGE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final long windowNanos;
  private final LongSupplier nanos;
  private final Consumer<Outgoing> next;
  private final LazyTimer timer = new LazyTimer("notify-groups");
  private final Map<String, Group> groups = new ConcurrentHashMap<>();

  private volatile boolean isClosed;

  /** The time of the last purge. Guarded by this. */
  private long purgedNanos;

  /**
   * @param nanos such as {@link System#nanoTime}
   * @param next receives what to send at the end of a window, on a thread of the notifier
   */
  Grouping(Duration window, LongSupplier nanos, Consumer<Outgoing> next) {
    this.windowNanos = window.toNanos();
    this.nanos = nanos;
    this.next = next;
    this.purgedNanos = nanos.getAsLong() - PURGE_NANOS;
  }

  /**
   * Counts a repeat whose details are not needed: well below a microsecond, without a lock.
   *
   * @return false if the notification must be built and submitted
   */
  boolean counts(String fingerprint) {
    @Nullable Group group = groups.get(fingerprint);
    return group != null && group.counts(nanos.getAsLong());
  }

  /** Returns the time since the last repeat that was only counted; empty if there is no group. */
  Optional<Duration> sinceCounted(String fingerprint) {
    @Nullable Group group = groups.get(fingerprint);
    return group == null
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(nanos.getAsLong() - group.lastNanos()));
  }

  /** Sends what is held back, and holds back nothing more. */
  void close() {
    close(any -> false);
  }

  /**
   * Closes as above.
   *
   * @param isKept whether the repeats of a fingerprint are left to the next process, if an earlier
   *     one began the group: otherwise each process of a crash loop would send one more message
   */
  void close(Predicate<String> isKept) {
    isClosed = true;
    timer.close();
    for (Group group : groups.values()) {
      if (!group.isContinued() || !isKept.test(group.fingerprint())) {
        send(group.lastOf(nanos.getAsLong()));
      }
    }
    groups.clear();
  }

  /** Continues the group of an incident that an earlier process left open. */
  void leftOpen(KeptIncident left, Duration sinceSent) {
    long now = nanos.getAsLong();
    long end = now + windowNanos - sinceSent.toNanos();
    if (isClosed || (end - now <= 0 && left.held() == 0) || !hasRoom(now)) {
      return;
    }
    Group group =
        Group.continued(
            left.fingerprint(), windowNanos, now, Math.max(now, end), left.held(), left.newest());
    if (groups.putIfAbsent(left.fingerprint(), group) == null && group.needsTimer()) {
      awaitEnd(group);
    }
  }

  /** Returns how many repeats are held back. */
  long repeats(String fingerprint) {
    @Nullable Group group = groups.get(fingerprint);
    return group == null ? 0 : group.repeats();
  }

  int size() {
    return groups.size();
  }

  /** Returns what to send now; empty if it is held back until the end of the window. */
  Optional<Outgoing> admit(Outgoing outgoing) {
    return outgoing.isResolved() ? admitResolution(outgoing) : admitFailure(outgoing);
  }

  private Optional<Outgoing> admitResolution(Outgoing resolution) {
    @Nullable Group group = groups.get(resolution.notification().fingerprint());
    return group == null ? Optional.of(resolution) : group.resolved(resolution);
  }

  private Optional<Outgoing> admitFailure(Outgoing failure) {
    String fingerprint = failure.notification().fingerprint();
    while (!isClosed) {
      long now = nanos.getAsLong();
      @Nullable Group group = groups.get(fingerprint);
      if (group == null) {
        if (!hasRoom(now)
            || groups.putIfAbsent(fingerprint, new Group(fingerprint, windowNanos, now)) == null) {
          return Optional.of(failure);
        }
      } else if (group.holds(failure.notification(), now)) {
        if (group.needsTimer()) {
          awaitEnd(group);
        }
        return Optional.empty();
      } else {
        groups.remove(fingerprint, group);
      }
    }
    return Optional.of(failure);
  }

  /**
   * Whether another group may begin. Without room nothing is grouped, and the storm cap remains as
   * a limit.
   */
  private boolean hasRoom(long now) {
    if (groups.size() >= MOST_GROUPS) {
      purge(now);
    }
    return groups.size() < MOST_GROUPS;
  }

  private synchronized void purge(long now) {
    if (now - purgedNanos >= PURGE_NANOS) {
      purgedNanos = now;
      groups.values().removeIf(group -> group.closeIfQuiet(now));
    }
  }

  private void awaitEnd(Group group) {
    try {
      long left = group.endNanos() - nanos.getAsLong();
      timer.after(Duration.ofNanos(left), () -> windowEnded(group));
    } catch (OutOfMemoryError e) { // no thread available
      group.timerFailed();
    }
  }

  private void windowEnded(Group group) {
    Group.Ended ended = group.windowEnded(nanos.getAsLong());
    if (ended.isClosed()) {
      groups.remove(group.fingerprint(), group);
    } else {
      awaitEnd(group);
    }
    send(ended);
  }

  private void send(Group.Ended ended) {
    ended.all().map(Outgoing::toAll).ifPresent(next);
    ended.resolution().ifPresent(next);
  }
}
