package dev.mulligan.guard.limit;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A queue for permits, first come, first served. */
final class WaiterQueue {

  private final BooleanSupplier tryEnter;
  private final Set<Waiter> queue = new LinkedHashSet<>();
  private volatile int size;
  private final AtomicInteger handingOut = new AtomicInteger();

  /**
   * @param tryEnter acquires a permit if there is one
   */
  WaiterQueue(BooleanSupplier tryEnter) {
    this.tryEnter = tryEnter;
  }

  /** Adds a waiter. It may be granted a permit before this method returns. */
  void add(Waiter waiter) {
    synchronized (queue) {
      queue.add(waiter);
      size = queue.size();
    }
    handOut();
  }

  /**
   * Removes a waiter.
   *
   * @return false if it already has a permit
   */
  boolean remove(Waiter waiter) {
    synchronized (queue) {
      boolean removed = queue.remove(waiter);
      size = queue.size();
      return removed;
    }
  }

  int size() {
    return size;
  }

  /** Called after a permit was released. */
  void placeLeft() {
    if (size > 0) {
      handOut();
    }
  }

  /**
   * Only one thread grants permits at a time, and continues for the others: a granted waiter may
   * release its permit at once, and with thousands of waiters a recursion would overflow the stack.
   */
  private void handOut() {
    if (handingOut.getAndIncrement() != 0) {
      return;
    }
    boolean ends = false;
    try {
      int seen = 1;
      do {
        Waiter next = next();
        while (next != null) {
          grant(next);
          next = next();
        }
        seen = handingOut.addAndGet(-seen);
      } while (seen != 0);
      ends = true;
    } finally {
      if (!ends) { // no stack or memory left; the next permit that is released is handed out
        handingOut.set(0);
      }
    }
  }

  /** Grants a permit; a waiter's exception must not stop the queue. */
  private static void grant(Waiter waiter) {
    try {
      waiter.granted();
    } catch (Throwable ofTheWaiter) {
      // The waiter has its permit and reports its own failure.
    }
  }

  private @Nullable Waiter next() {
    synchronized (queue) {
      if (queue.isEmpty() || !tryEnter.getAsBoolean()) {
        return null;
      }
      Iterator<Waiter> first = queue.iterator();
      Waiter next = first.next();
      first.remove();
      size = queue.size();
      return next;
    }
  }
}
