package dev.mulligan.agent;

import dev.mulligan.rules.AgentSettings;
import dev.mulligan.rules.ReadFiles;
import dev.mulligan.thread.LazyTimer;
import java.io.File;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares a rule file and what it includes, at intervals, with the state in which they were read.
 * Its thread exists only while the rule file asks for this.
 */
final class RuleFileWatch implements AutoCloseable {

  private final Runnable changed;

  // Guarded by this.
  private @Nullable LazyTimer timer;
  private Optional<Duration> interval = Optional.empty();
  private @Nullable ReadFiles watched;
  private Map<File, Long> known = Map.of();
  private Map<File, Long> unsettled = Map.of();

  /**
   * @param changed runs on the watch's own thread; may call {@link #follow}
   */
  RuleFileWatch(Runnable changed) {
    this.changed = changed;
  }

  /**
   * Watches these files from now on.
   *
   * @param newInterval empty to watch nothing
   */
  synchronized void follow(ReadFiles read, Optional<Duration> newInterval) {
    interval = newInterval;
    if (newInterval.isEmpty()) {
      close();
      return;
    }
    watched = read;
    known = read.stamps();
    unsettled = known;
    if (timer == null) {
      timer = new LazyTimer("reload");
      lookAfter(newInterval.get());
    }
  }

  private void look() {
    try {
      if (hasChanged()) {
        changed.run();
      }
    } finally {
      lookAgain();
    }
  }

  /** A file that changes is read once it has been the same for a second: it may be half written. */
  private synchronized boolean hasChanged() {
    ReadFiles read = watched;
    if (read == null) {
      return false;
    }
    Map<File, Long> now = read.stampsNow();
    boolean isSettled = now.equals(unsettled);
    unsettled = now;
    if (now.equals(known) || !isSettled) {
      return false;
    }
    known = now;
    return true;
  }

  private synchronized void lookAgain() {
    boolean settles = !unsettled.equals(known);
    interval.ifPresent(time -> lookAfter(settles ? AgentSettings.SHORTEST_RELOAD : time));
  }

  private synchronized void lookAfter(Duration time) {
    if (timer != null) {
      timer.after(time, this::look);
    }
  }

  @Override
  public synchronized void close() {
    if (timer != null) {
      timer.close();
      timer = null;
    }
  }
}
