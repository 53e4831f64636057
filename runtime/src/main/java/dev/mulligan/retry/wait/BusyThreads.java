package dev.mulligan.retry.wait;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.BooleanSupplier;

/**
 * The threads that are currently inside the engine. Conditions may call application methods there;
 * those calls are never retried. The table has a fixed size, so that nothing is allocated and
 * nothing stays behind in the threads. A thread whose slot is taken is only counted.
 */
public final class BusyThreads {

  private static final int SLOTS = 1_024;
  private static final long NO_THREAD = 0; // thread ids are positive

  private final AtomicLongArray slots = new AtomicLongArray(SLOTS);
  private final AtomicInteger unlisted = new AtomicInteger();

  public void enter() {
    long thread = current();
    if (!slots.compareAndSet(slotOf(thread), NO_THREAD, thread)) {
      unlisted.incrementAndGet();
    }
  }

  /** Must be called exactly once for each {@link #enter}. */
  public void leave() {
    long thread = current();
    int slot = slotOf(thread);
    if (slots.get(slot) == thread) { // no other thread clears this slot
      slots.setRelease(slot, NO_THREAD);
    } else {
      unlisted.decrementAndGet();
    }
  }

  /**
   * Evaluates application code inside the engine. Methods that it calls on this thread are not
   * retried, so that their failure does not re-enter the engine.
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
   * Whether this thread may be inside the engine, so that its calls must not be retried. False is
   * reliable; true may be wrong.
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
