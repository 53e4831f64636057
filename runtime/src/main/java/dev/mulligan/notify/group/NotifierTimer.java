package dev.mulligan.notify.group;

import dev.mulligan.thread.LazyTimer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The notifier's timer, created at the first use, to keep the application's start-up fast. */
public final class NotifierTimer implements Repetition.Timer {

  // Guarded by this.
  private @Nullable LazyTimer timer;
  private boolean isClosed;

  @Override
  public synchronized void after(Duration delay, Runnable task) {
    if (isClosed) {
      return;
    }
    if (timer == null) {
      timer = new LazyTimer("notify-timer");
    }
    timer.after(delay, task);
  }

  public synchronized void close() {
    isClosed = true;
    if (timer != null) {
      timer.close();
    }
  }
}
