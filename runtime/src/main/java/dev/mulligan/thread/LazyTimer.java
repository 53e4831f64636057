package dev.mulligan.thread;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A timer in real time. Its daemon thread runs while an entry is set and a few seconds longer. Each
 * kind of entry needs its own instance, so that one kind does not delay another.
 *
 * <p>Not a {@link java.util.concurrent.ScheduledThreadPoolExecutor}, whose queue would allocate
 * three more objects for each waiting call.
 */
public final class LazyTimer implements Timer {

  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final String threadName;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final AlarmHeap heap = new AlarmHeap();
  private @Nullable Thread thread;
  private boolean closed;

  /**
   * @param threadName follows the prefix {@code mulligan-}
   */
  public LazyTimer(String threadName) {
    this.threadName = threadName;
  }

  @Override
  public boolean set(Alarm alarm, long nanos) {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      alarm.due = dueAfter(nanos);
      startIfNeeded();
      heap.add(alarm);
      if (heap.first() == alarm) {
        changed.signal();
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Runs a short task once after a delay, unless the timer is closed before. */
  public void after(Duration delay, Runnable task) {
    Alarm alarm = Alarm.running(task);
    lock.lock();
    try {
      if (!closed) {
        alarm.due = dueAfter(delay.toNanos());
        heap.add(alarm);
        startOrLeaveToNext();
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Without a free thread, the next entry starts it: a late task is better than none. */
  private void startOrLeaveToNext() {
    try {
      startIfNeeded();
    } catch (OutOfMemoryError noThread) {
      // The entry waits.
    }
  }

  /** The half of all longs keeps differences of two times within a long. */
  private static long dueAfter(long nanos) {
    return System.nanoTime() + Math.min(nanos, Long.MAX_VALUE >> 1);
  }

  @Override
  public boolean unset(Alarm alarm) {
    lock.lock();
    try {
      return heap.remove(alarm);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Closes the timer and waits for the end of its thread, for at most half a second. */
  void closeAndAwaitEnd() {
    close();
    Thread running = running();
    if (running != null) {
      Termination.await(running);
    }
  }

  private @Nullable Thread running() {
    lock.lock();
    try {
      return thread;
    } finally {
      lock.unlock();
    }
  }

  private void startIfNeeded() {
    if (thread == null) {
      Thread starting = MulliganThread.named(threadName, this::run);
      starting.start();
      thread = starting;
    }
  }

  private void run() {
    Alarm next = next();
    while (next != null) {
      end(next);
      next = next();
    }
  }

  private void end(Alarm alarm) {
    try {
      if (isClosed()) {
        alarm.onTimerClosed();
      } else {
        alarm.onExpiry();
      }
    } catch (Throwable own) {
      // No stack or memory left; the other entries must still be called.
    }
  }

  /** Returns null if the thread is no longer needed. */
  private @Nullable Alarm next() {
    lock.lock();
    try {
      while (!isFirstDue()) {
        if (heap.isEmpty() && (closed || isIdle())) {
          thread = null;
          return null;
        }
      }
      return heap.removeFirst();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the first entry is due or another entry becomes the first. */
  private boolean isFirstDue() {
    Alarm first = heap.first();
    if (first == null) {
      return false;
    }
    long left = first.due - System.nanoTime();
    if (closed || left <= 0) {
      return true;
    }
    boolean unused = await(left);
    return false;
  }

  /** An entry that was set and unset meanwhile shows that the timer is in use. */
  private boolean isIdle() {
    return await(IDLE_NANOS) && heap.isEmpty();
  }

  /** Returns whether the time is over, and nothing was set meanwhile. */
  @SuppressWarnings("WaitNotInLoop") // its callers loop
  private boolean await(long nanos) {
    try {
      return changed.awaitNanos(nanos) <= 0;
    } catch (InterruptedException expected) {
      // Only this class uses the thread; an interrupt of all threads does not mean its work.
      return false;
    }
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }
}
