package dev.mulligan.notify.group;

import dev.mulligan.notify.Notification;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The repeats of one fingerprint within a time window. Most of them are only counted, without a
 * lock; the details of about one per second are kept.
 */
final class Group {

  private static final long DETAILS_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long FINENESS_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long CLOSED = Long.MIN_VALUE / 2;

  private final String fingerprint;
  private final long windowNanos;
  private final boolean isContinued;

  /** The number of repeats in this window; negative after the group was closed. */
  private final AtomicLong held = new AtomicLong();

  private volatile long endNanos;

  /** Repeats before this time need no details. */
  private volatile long detailsNanos;

  /** The approximate time of the last repeat that was only counted. */
  private volatile long lastNanos;

  // Guarded by this.
  private @Nullable Notification newest;
  private @Nullable Outgoing resolution;
  private boolean isNotified = true;
  private boolean isTimed;

  /** Creates a group whose first notification has been sent. */
  Group(String fingerprint, long windowNanos, long now) {
    this(fingerprint, windowNanos, now, now + windowNanos, false);
  }

  private Group(
      String fingerprint, long windowNanos, long now, long endNanos, boolean isContinued) {
    this.fingerprint = fingerprint;
    this.windowNanos = windowNanos;
    this.isContinued = isContinued;
    this.endNanos = endNanos;
    this.detailsNanos = now;
    this.lastNanos = endNanos - windowNanos; // when its last notification was sent
  }

  /**
   * Creates a group that an earlier process began.
   *
   * @param repeats that it counted and did not send
   * @param last its newest notification
   */
  static Group continued(
      String fingerprint,
      long windowNanos,
      long now,
      long endNanos,
      long repeats,
      Notification last) {
    Group group = new Group(fingerprint, windowNanos, now, endNanos, true);
    group.held.set(repeats);
    if (repeats > 0) {
      group.newest = last;
    }
    return group;
  }

  /** Whether an earlier process began it. */
  boolean isContinued() {
    return isContinued;
  }

  /** Returns the number of repeats in this window so far. */
  long repeats() {
    return Math.max(0, held.get());
  }

  String fingerprint() {
    return fingerprint;
  }

  long endNanos() {
    return endNanos;
  }

  /**
   * Counts a repeat.
   *
   * @return false if its details are needed, or the group is closed
   */
  boolean counts(long now) {
    if (now - endNanos >= 0 || now - detailsNanos >= 0 || held.getAndIncrement() < 0) {
      return false;
    }
    if (now - lastNanos > FINENESS_NANOS) {
      lastNanos = now;
    }
    return true;
  }

  /** Returns the time of the last repeat that was only counted, to a millisecond. */
  long lastNanos() {
    return lastNanos;
  }

  /**
   * Counts a repeat and keeps its details.
   *
   * @return false if the group is closed, so that a new one must begin
   */
  synchronized boolean holds(Notification repeat, long now) {
    if (closeIfQuiet(now) || held.getAndAdd(repeat.occurrences()) < 0) {
      return false;
    }
    newest = repeat;
    resolution = null;
    detailsNanos = now + DETAILS_NANOS;
    return true;
  }

  /**
   * Whether the group needs a timer for the end of its window, and has none yet. Marks it as timed.
   */
  synchronized boolean needsTimer() {
    boolean needs = !isTimed && held.get() > 0;
    isTimed |= needs;
    return needs;
  }

  /** Resets the mark, so that the next repeat tries again to set a timer. */
  synchronized void timerFailed() {
    isTimed = false;
  }

  /** Closes the group if its window is over and had no repeats. */
  synchronized boolean closeIfQuiet(long now) {
    return now - endNanos >= 0 && (held.get() < 0 || held.compareAndSet(0, CLOSED));
  }

  /**
   * Returns what to send at the end of a window: one notification for all repeats, and a later
   * resolution. Starts the next window.
   */
  synchronized Ended windowEnded(long now) {
    if (closeIfQuiet(now)) {
      return Ended.CLOSED;
    }
    endNanos = now + windowNanos;
    return taken(held.get() < 0 ? 0 : held.getAndSet(0), now);
  }

  /** Closes the group and returns what it still has to send. */
  synchronized Ended lastOf(long now) {
    return taken(Math.max(0, held.getAndSet(CLOSED)), now);
  }

  /**
   * Handles a resolution. It is sent at once if the last failure was notified. Otherwise it is sent
   * after the repeats at the end of the window, so that an alternating operation causes no storm.
   */
  synchronized Optional<Outgoing> resolved(Outgoing resolved) {
    long repeats = Math.max(0, held.get());
    if (!isNotified && repeats > 0) {
      resolution = resolved;
      return Optional.empty();
    }
    isNotified = false;
    repeats = repeats == 0 ? 0 : held.getAndSet(0);
    return Optional.of(repeats == 0 ? resolved : resolved.after(repeats));
  }

  private Ended taken(long repeats, long now) {
    Notification last = newest;
    if (repeats == 0 || last == null) {
      return Ended.OPEN;
    }
    Notification all = last.standingFor(repeats);
    Outgoing over = resolution;
    resolution = null;
    isNotified = over == null;
    detailsNanos = now;
    return new Ended(false, Optional.of(all), Optional.ofNullable(over));
  }

  /** What the end of a window produces. */
  record Ended(boolean isClosed, Optional<Notification> all, Optional<Outgoing> resolution) {
    static final Ended CLOSED = new Ended(true, Optional.empty(), Optional.empty());
    static final Ended OPEN = new Ended(false, Optional.empty(), Optional.empty());
  }
}
