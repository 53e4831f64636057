package dev.mulligan.retry;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The threads that are in this engine right now, where conditions may call the application's
 * methods: those are never retried. A table of fixed size, so that nothing is allocated and nothing
 * stays behind in the threads; where two threads would share a slot one of them is only counted.
 */
final class BusyThreads {

  private static final int SLOTS = 1_024;
  private static final long NOBODY = 0; // thread ids are positive

  private final AtomicLongArray slots = new AtomicLongArray(SLOTS);
  private final AtomicInteger unlisted = new AtomicInteger();

  void enter() {
    long thread = current();
    if (!slots.compareAndSet(slotOf(thread), NOBODY, thread)) {
      unlisted.incrementAndGet();
    }
  }

  /** To be called once for each {@link #enter}. */
  void leave() {
    long thread = current();
    if (!slots.compareAndSet(slotOf(thread), thread, NOBODY)) {
      unlisted.decrementAndGet();
    }
  }

  /** False only when this thread is not in here. */
  boolean mayHoldCurrent() {
    long thread = current();
    return slots.get(slotOf(thread)) == thread || unlisted.get() > 0;
  }

  private static long current() {
    return Thread.currentThread().getId();
  }

  private static int slotOf(long thread) {
    return (int) thread & (SLOTS - 1);
  }
}
