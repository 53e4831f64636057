package dev.mulligan.retry.wait;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.BooleanSupplier;

/**
 * The threads that are in this engine right now, where conditions may call the application's
 * methods: those are never retried. A table of fixed size, so that nothing is allocated and nothing
 * stays behind in the threads; where two threads would share a slot one of them is only counted.
 */
public final class BusyThreads {

  private static final int SLOTS = 1_024;
  private static final long NOBODY = 0; // thread ids are positive

  private final AtomicLongArray slots = new AtomicLongArray(SLOTS);
  private final AtomicInteger unlisted = new AtomicInteger();

  public void enter() {
    long thread = current();
    if (!slots.compareAndSet(slotOf(thread), NOBODY, thread)) {
      unlisted.incrementAndGet();
    }
  }

  /** To be called once for each {@link #enter}. */
  public void leave() {
    long thread = current();
    int slot = slotOf(thread);
    if (slots.get(slot) == thread) { // nobody else takes it from there
      slots.setRelease(slot, NOBODY);
    } else {
      unlisted.decrementAndGet();
    }
  }

  /**
   * Asks the application something. What it calls meanwhile on this thread is not retried, so that
   * a failing answer does not lead back into the engine.
   */
  public boolean ask(BooleanSupplier application) {
    enter();
    try {
      return application.getAsBoolean();
    } finally {
      leave();
    }
  }

  /**
   * Whether this thread may be in the engine: its calls are not to be retried. False is certain.
   */
  public boolean mayHoldCurrent() {
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
