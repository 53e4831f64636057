package dev.mulligan.guard.limit;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Gives places to those that wait for one, the first come first. */
final class WaiterQueue {

  private final BooleanSupplier tryEnter;
  private final Set<Waiter> queue = new LinkedHashSet<>();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicInteger handingOut = new AtomicInteger();

  /**
   * @param tryEnter takes a place if there is one
   */
  WaiterQueue(BooleanSupplier tryEnter) {
    this.tryEnter = tryEnter;
  }

  /** It may be granted a place before this returns. */
  void add(Waiter waiter) {
    size.incrementAndGet();
    synchronized (queue) {
      queue.add(waiter);
    }
    handOut();
  }

  /**
   * @return false when it has a place
   */
  boolean remove(Waiter waiter) {
    boolean removed;
    synchronized (queue) {
      removed = queue.remove(waiter);
    }
    if (removed) {
      size.decrementAndGet();
    }
    return removed;
  }

  int size() {
    return size.get();
  }

  /** A place has become free. */
  void placeLeft() {
    if (size.get() > 0) {
      handOut();
    }
  }

  /**
   * One thread at a time, which goes on for the others: whoever is granted a place may leave it at
   * once, and with thousands of them the stack would not do.
   */
  private void handOut() {
    if (handingOut.getAndIncrement() != 0) {
      return;
    }
    int seen = 1;
    do {
      Waiter next = next();
      while (next != null) {
        grant(next);
        next = next();
      }
      seen = handingOut.addAndGet(-seen);
    } while (seen != 0);
  }

  /** Whatever becomes of it, the others must not wait for ever. */
  private static void grant(Waiter waiter) {
    try {
      waiter.granted();
    } catch (Throwable ofTheWaiter) {
      // It has its place, and says itself what is wrong.
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
      size.decrementAndGet();
      return next;
    }
  }
}
