package dev.mulligan.notify.outbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long this process has seen files that no process uses. The wall clock alone proves nothing: a
 * clock that jumps makes every file old, or young for ever. So this process has to watch a file for
 * a while before its age counts. Not thread-safe.
 */
final class Sightings {

  /** How long a file of another program is kept after its last change. */
  static final Duration KEPT = Duration.ofDays(7);

  /** How long this process must have seen it before the wall clock is believed. */
  static final Duration WATCHED = Duration.ofDays(1);

  private final LongSupplier nanos;
  private final Map<Path, Sighting> seen = new HashMap<>();

  /**
   * @param nanos such as {@link System#nanoTime}
   */
  Sightings(LongSupplier nanos) {
    this.nanos = nanos;
  }

  private record Sighting(long firstNanos, Instant lastChange) {}

  /** Whether a file that another program left is deleted. */
  boolean isExpired(Path file, Instant lastChange, Instant now) {
    Duration watched = watched(file, lastChange);
    boolean isOld = lastChange.plus(KEPT).isBefore(now);
    return watched.compareTo(KEPT) >= 0 || (isOld && watched.compareTo(WATCHED) >= 0);
  }

  /** Returns for how long this process has seen a file unused and unchanged. */
  Duration watched(Path file, Instant lastChange) {
    long now = nanos.getAsLong();
    @Nullable Sighting known = seen.get(file);
    if (known == null || !known.lastChange().equals(lastChange)) {
      known = new Sighting(now, lastChange);
      seen.put(file, known);
    }
    return Duration.ofNanos(now - known.firstNanos());
  }

  /** Forgets a file that a process uses. */
  void isUsed(Path file) {
    seen.remove(file);
  }

  /** Forgets all files but these. */
  void retain(Collection<Path> files) {
    seen.keySet().retainAll(files);
  }
}
