package dev.mulligan.retry;

import dev.mulligan.thread.MulliganThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Waits in real time, all on one thread, which runs while something waits and a few seconds longer.
 */
final class TimedWaits implements Waits {

  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final WaitHeap heap = new WaitHeap();
  private @Nullable Thread thread;
  private boolean ended;

  @Override
  public boolean add(Wait wait, long nanos) {
    lock.lock();
    try {
      if (ended) {
        return false;
      }
      wait.due = System.nanoTime() + Math.min(nanos, Long.MAX_VALUE >> 1); // differences must fit
      startIfNeeded();
      heap.add(wait);
      if (heap.first() == wait) {
        changed.signal();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean remove(Wait wait) {
    lock.lock();
    try {
      return heap.remove(wait);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void endAll() {
    lock.lock();
    try {
      ended = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void startIfNeeded() {
    if (thread == null) {
      Thread starting = MulliganThread.named("waits", this::run);
      starting.start();
      thread = starting;
    }
  }

  private void run() {
    Wait next = next();
    while (next != null) {
      next.over(isEnded());
      next = next();
    }
  }

  /** Null when this thread is no longer needed. */
  private @Nullable Wait next() {
    lock.lock();
    try {
      while (!isFirstDue()) {
        if (heap.isEmpty() && (ended || isIdle())) {
          thread = null;
          return null;
        }
      }
      return heap.removeFirst();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the first one is due or another has become the first. */
  private boolean isFirstDue() {
    Wait first = heap.first();
    if (first == null) {
      return false;
    }
    long left = first.due - System.nanoTime();
    if (ended || left <= 0) {
      return true;
    }
    await(left);
    return false;
  }

  private boolean isIdle() {
    await(IDLE_NANOS);
    return heap.isEmpty();
  }

  @SuppressWarnings("WaitNotInLoop") // after whatever wakes it, the thread looks around anew
  private void await(long nanos) {
    try {
      changed.awaitNanos(nanos);
    } catch (InterruptedException nobodyOfOurs) {
      // The thread is ours alone; whoever interrupts all threads does not mean its work.
    }
  }

  private boolean isEnded() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }
}
