package dev.mulligan.agent;

import dev.mulligan.rules.AgentSettings;
import dev.mulligan.rules.ReadFiles;
import dev.mulligan.thread.LazyTimer;
import java.io.File;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a rule file and what it includes from time to time, and says when something is another
 * than before. Its thread is there only while somebody wants it.
 */
final class RuleFileWatch implements AutoCloseable {

  private final Runnable changed;

  // Guarded by this.
  private @Nullable LazyTimer timer;
  private Optional<Duration> interval = Optional.empty();
  private ReadFiles watched = new ReadFiles(List.of(), List.of());

  /** Time of the last change and length: not a record, see FootprintTest. */
  private Map<File, List<Long>> known = Map.of();

  private Map<File, List<Long>> unsettled = Map.of();

  /**
   * @param changed on a thread of its own; may {@link #follow} something else
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
    known = stamps();
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
    Map<File, List<Long>> now = stamps();
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

  private Map<File, List<Long>> stamps() {
    Map<File, List<Long>> stamps = new HashMap<>();
    for (File file : watched.files()) {
      stamps.put(file, List.of(file.lastModified(), file.length()));
    }
    for (File folder : watched.folders()) {
      stamps.put(folder, List.of(folder.lastModified()));
    }
    return stamps;
  }

  @Override
  public synchronized void close() {
    if (timer != null) {
      timer.close();
      timer = null;
    }
  }
}
