package dev.mulligan.thread;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A timer in real time. Its daemon thread runs while an entry is set and a few seconds longer. Each
 * kind of entry needs its own instance, so that one kind does not delay another.
 *
 * <p>Application threads set entries, maybe at the very end of their stacks: a method either does
 * its work or throws and changes nothing. Therefore monitors are used, which the JVM always
 * releases; the {@code unlock} of a {@link java.util.concurrent.locks.ReentrantLock} is a call,
 * which may itself overflow the stack.
 *
 * <p>Not a {@link java.util.concurrent.ScheduledThreadPoolExecutor}, whose queue would allocate
 * three more objects for each waiting call.
 */
public final class LazyTimer implements Timer {

  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final String threadName;
  private final Object monitor = new Object();

  // Guarded by the monitor.
  private final AlarmHeap heap = new AlarmHeap();
  private @Nullable Thread thread;
  private boolean closed;
  private boolean wasUsed;

  /**
   * @param threadName follows the prefix {@code mulligan-}
   */
  public LazyTimer(String threadName) {
    this.threadName = threadName;
  }

  @Override
  public boolean set(Alarm alarm, long nanos) {
    alarm.due = dueAfter(nanos);
    synchronized (monitor) {
      if (closed) {
        return false;
      }
      startIfNeeded();
      wakeFor(alarm);
      heap.add(alarm);
      return true;
    }
  }

  /** Runs a short task once after a delay, unless the timer is closed before. */
  public void after(Duration delay, Runnable task) {
    Alarm alarm = Alarm.running(task);
    alarm.due = dueAfter(delay.toNanos());
    synchronized (monitor) {
      if (!closed) {
        heap.add(alarm);
        startOrLeaveToNext();
        wakeFor(alarm);
      }
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

  /** The thread then waits for the monitor, until the entry is set. */
  private void wakeFor(Alarm alarm) {
    wasUsed = true;
    Alarm first = heap.first();
    if (first == null || first == alarm || alarm.due - first.due < 0) {
      LockSupport.unpark(thread);
    }
  }

  /** The half of all longs keeps differences of two times within a long. */
  private static long dueAfter(long nanos) {
    return System.nanoTime() + Math.min(nanos, Long.MAX_VALUE >> 1);
  }

  @Override
  public boolean unset(Alarm alarm) {
    synchronized (monitor) {
      return heap.remove(alarm);
    }
  }

  @Override
  public void close() {
    synchronized (monitor) {
      closed = true;
      LockSupport.unpark(thread);
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
    synchronized (monitor) {
      return thread;
    }
  }

  private void startIfNeeded() {
    if (thread == null) {
      Thread starting = MulliganThread.named(threadName, this::run);
      thread = starting; // before the start: a thread that has started must not be lost
      boolean started = false;
      try {
        starting.start();
        started = true;
      } finally {
        if (!started) {
          thread = null;
        }
      }
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

  /** Waits for the next entry that is due; returns null if the thread is no longer needed. */
  private @Nullable Alarm next() {
    boolean hasWaited = false;
    while (true) {
      long wait;
      synchronized (monitor) {
        Alarm first = heap.first();
        if (first == null) {
          if (closed || (hasWaited && !wasUsed)) {
            thread = null;
            return null;
          }
          wait = IDLE_NANOS;
        } else {
          wait = closed ? 0 : first.due - System.nanoTime();
          if (wait <= 0) {
            return heap.removeFirst();
          }
        }
        // An entry that is set and unset meanwhile shows that the timer is in use.
        wasUsed = false;
      }
      hasWaited = isOver(wait);
    }
  }

  /** Waits; returns whether the time is over. */
  private static boolean isOver(long nanos) {
    long end = System.nanoTime() + nanos;
    LockSupport.parkNanos(nanos);
    // Only this class uses the thread; an interrupt of all threads does not mean its work.
    boolean unused = Thread.interrupted();
    return end - System.nanoTime() <= 0;
  }

  private boolean isClosed() {
    synchronized (monitor) {
      return closed;
    }
  }
}
