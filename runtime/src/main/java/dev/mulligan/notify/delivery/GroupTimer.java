package dev.mulligan.notify.delivery;

import dev.mulligan.thread.MulliganThread;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Looks at groups when their window is over. Its thread is there while there are any. */
final class GroupTimer {

  private final Predicate<Group> onEnd;
  private final LongSupplier nanos;

  // Guarded by this.
  private final Queue<Group> groups;
  private boolean isRunning;
  private boolean isClosed;

  /**
   * @param onEnd of a window; whether there is another one
   */
  GroupTimer(Predicate<Group> onEnd, LongSupplier nanos) {
    this.onEnd = onEnd;
    this.nanos = nanos;
    long start = nanos.getAsLong();
    this.groups = new PriorityQueue<>(Comparator.comparingLong(group -> group.endNanos() - start));
  }

  synchronized void add(Group group) {
    if (isClosed) {
      return;
    }
    groups.add(group);
    if (isRunning) {
      notifyAll();
    } else {
      start();
    }
  }

  synchronized void close() {
    isClosed = true;
    groups.clear();
    notifyAll();
  }

  private void start() {
    isRunning = true;
    try {
      MulliganThread.named("notify-groups", this::run).start();
    } catch (OutOfMemoryError e) {
      // No thread to be had: the next group tries again.
      isRunning = false;
    }
  }

  private void run() {
    Optional<Group> next = next();
    while (next.isPresent()) {
      if (onEnd.test(next.get())) {
        addAgain(next.get());
      }
      next = next();
    }
  }

  private synchronized void addAgain(Group group) {
    if (!isClosed) {
      groups.add(group);
    }
  }

  /** Waits for the end of a window; empty when nothing is left to wait for. */
  private synchronized Optional<Group> next() {
    while (!groups.isEmpty()) {
      long left = groups.element().endNanos() - nanos.getAsLong();
      if (left <= 0) {
        return Optional.of(groups.remove());
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        // Nobody interrupts it; what has changed is looked at.
      }
    }
    isRunning = false;
    return Optional.empty();
  }
}
