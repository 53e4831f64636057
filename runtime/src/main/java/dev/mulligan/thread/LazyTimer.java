package dev.mulligan.thread;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A timer in real time, on one daemon thread that runs while an alarm is set and a few seconds
 * longer. An instance for each kind of alarm: what one kind does must not delay another.
 *
 * <p>Not a {@link java.util.concurrent.ScheduledThreadPoolExecutor}, whose queue would keep three
 * more objects for each call that waits.
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
   * @param threadName follows {@code mulligan-}
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
      alarm.due = System.nanoTime() + Math.min(nanos, Long.MAX_VALUE >> 1); // differences must fit
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

  /** Runs a short task once; after {@link #close} never. */
  public void after(Duration delay, Runnable task) {
    boolean unused = set(Alarm.running(task), delay);
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

  /** Closes, and waits for the end of the thread, for half a second at most. */
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
        alarm.endsEarly();
      } else {
        alarm.rings();
      }
    } catch (Throwable own) {
      // No stack or memory left; the other alarms still have to ring.
    }
  }

  /** Null when this thread is no longer needed. */
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

  /** Waits until the first one is due or another has become the first. */
  private boolean isFirstDue() {
    Alarm first = heap.first();
    if (first == null) {
      return false;
    }
    long left = first.due - System.nanoTime();
    if (closed || left <= 0) {
      return true;
    }
    await(left);
    return false;
  }

  private boolean isIdle() {
    await(IDLE_NANOS);
    return heap.isEmpty();
  }

  @SuppressWarnings("WaitNotInLoop") // its callers loop
  private void await(long nanos) {
    try {
      changed.awaitNanos(nanos);
    } catch (InterruptedException nobodyOfOurs) {
      // The thread is ours alone; whoever interrupts all threads does not mean its work.
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
