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
 * Detects changes of a rule file and its includes by polling. The polling thread exists only while
 * the rule file configures a reload interval.
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
   * @param changed runs on the polling thread; may call {@link #follow}
   */
  RuleFileWatch(Runnable changed) {
    this.changed = changed;
  }

  /**
   * Starts to watch these files instead of the previous ones.
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
      pollAfter(newInterval.get());
    }
  }

  private void poll() {
    try {
      if (hasChanged()) {
        changed.run();
      }
    } finally {
      pollAgain();
    }
  }

  /**
   * Reports a change only once the files have been stable for a second: a writer may not be
   * finished.
   */
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

  private synchronized void pollAgain() {
    boolean settles = !unsettled.equals(known);
    interval.ifPresent(time -> pollAfter(settles ? AgentSettings.SHORTEST_RELOAD : time));
  }

  private synchronized void pollAfter(Duration time) {
    if (timer != null) {
      timer.after(time, this::poll);
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
