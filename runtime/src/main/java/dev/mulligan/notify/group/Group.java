package dev.mulligan.notify.group;

import dev.mulligan.notify.Notification;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The repeats of one fingerprint in a window of time. Most of them are counted and nothing more,
 * without a lock; the details of about one a second are kept.
 */
final class Group {

  private static final long DETAILS_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long FINENESS_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long CLOSED = Long.MIN_VALUE / 2;

  private final String fingerprint;
  private final long windowNanos;

  /** Repeats in this window; negative once closed. */
  private final AtomicLong held = new AtomicLong();

  private volatile long endNanos;

  /** Before this time repeats need no details. */
  private volatile long detailsNanos;

  /** Of those only counted; about right is enough. */
  private volatile long lastNanos;

  // Guarded by this.
  private @Nullable Notification newest;
  private @Nullable Outgoing resolution;
  private boolean isNotified = true;
  private boolean isTimed;

  /** The first one has been sent. */
  Group(String fingerprint, long windowNanos, long now) {
    this.fingerprint = fingerprint;
    this.windowNanos = windowNanos;
    this.endNanos = now + windowNanos;
    this.detailsNanos = now;
    this.lastNanos = now;
  }

  String fingerprint() {
    return fingerprint;
  }

  long endNanos() {
    return endNanos;
  }

  /** Counts a repeat when that is all there is to do. */
  boolean counts(long now) {
    if (now - endNanos >= 0 || now - detailsNanos >= 0 || held.getAndIncrement() < 0) {
      return false;
    }
    if (now - lastNanos > FINENESS_NANOS) {
      lastNanos = now;
    }
    return true;
  }

  /** When it was last counted, to a millisecond. */
  long lastNanos() {
    return lastNanos;
  }

  /** Counts a repeat and keeps its details; false when the group is closed: a new one begins. */
  synchronized boolean holds(Notification repeat, long now) {
    if (closeIfQuiet(now) || held.getAndAdd(repeat.occurrences()) < 0) {
      return false;
    }
    newest = repeat;
    resolution = null;
    detailsNanos = now + DETAILS_NANOS;
    return true;
  }

  /** Whether the group needs the timer at the end of its window, and has none yet. */
  synchronized boolean needsTimer() {
    boolean needs = !isTimed && held.get() > 0;
    isTimed |= needs;
    return needs;
  }

  /** Nobody looks at the end of the window: the next repeat asks for it again. */
  synchronized void timerFailed() {
    isTimed = false;
  }

  /** Ends it when its window is over and had no repeats. */
  synchronized boolean closeIfQuiet(long now) {
    return now - endNanos >= 0 && (held.get() < 0 || held.compareAndSet(0, CLOSED));
  }

  /**
   * What is to be sent when the window is over: one notification for all repeats, and the
   * resolution that came after them. The next window begins.
   */
  synchronized Ended windowEnded(long now) {
    if (closeIfQuiet(now)) {
      return Ended.CLOSED;
    }
    endNanos = now + windowNanos;
    return taken(held.get() < 0 ? 0 : held.getAndSet(0), now);
  }

  /** What is to be sent now since there is no later; closes the group. */
  synchronized Ended lastOf(long now) {
    return taken(Math.max(0, held.getAndSet(CLOSED)), now);
  }

  /**
   * The trouble is over. Sent at once when the trouble was notified; else after the repeats, at the
   * end of the window, or an operation that comes and goes would be a storm.
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

  /** What comes of the end of a window. */
  record Ended(boolean isClosed, Optional<Notification> all, Optional<Outgoing> resolution) {
    static final Ended CLOSED = new Ended(true, Optional.empty(), Optional.empty());
    static final Ended OPEN = new Ended(false, Optional.empty(), Optional.empty());
  }
}
