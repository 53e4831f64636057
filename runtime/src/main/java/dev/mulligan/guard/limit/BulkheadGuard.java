package dev.mulligan.guard.limit;

import dev.failsafe.Bulkhead;
import dev.mulligan.guard.settings.BulkheadSettings;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * Failsafe's bulkhead. The waiting is done here: a waiter whose time is over stays in Failsafe's
 * queue (3.3.2, {@code BulkheadImpl.tryAcquirePermit(Duration)}), and the next permit would be lost
 * to it.
 */
public final class BulkheadGuard implements Guard, BooleanSupplier {

  private final BulkheadSettings settings;
  private final Waiting waiting;
  private final Bulkhead<Object> bulkhead;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger overbooked = new AtomicInteger();
  private final WaiterQueue queue = new WaiterQueue(this);
  private final LongAdder refused = new LongAdder();

  public BulkheadGuard(BulkheadSettings settings, Waiting waiting) {
    this.settings = settings;
    this.waiting = waiting;
    this.bulkhead = Bulkhead.of(settings.maxConcurrency());
  }

  @Override
  public boolean tryEnter() {
    boolean permitted = bulkhead.tryAcquirePermit();
    if (permitted) {
      running.incrementAndGet();
    }
    return permitted;
  }

  @Override
  public boolean enter() {
    return tryEnter() || (waiting.hindrance(settings.maxWait()).isEmpty() && awaitPermit());
  }

  private boolean awaitPermit() {
    if (settings.maxWait().isZero()) {
      return false;
    }
    ThreadWaiter waiter = new ThreadWaiter();
    queue.add(waiter);
    waiter.await(settings.maxWait());
    return !queue.remove(waiter);
  }

  Duration maxWait() {
    return settings.maxWait();
  }

  /** Without holding a thread. */
  void await(Waiter waiter) {
    queue.add(waiter);
  }

  /**
   * @return false when it has a place
   */
  boolean giveUp(Waiter waiter) {
    return queue.remove(waiter);
  }

  /** Lets one in that needs no place: the agent leaves, and nobody is refused any more. */
  void overbook() {
    running.incrementAndGet();
    overbooked.incrementAndGet();
  }

  /** For the queue. */
  @Override
  public boolean getAsBoolean() {
    return tryEnter();
  }

  @Override
  public void leave(Verdict verdict) {
    running.decrementAndGet();
    if (!wasOverbooked()) {
      bulkhead.releasePermit();
    }
    queue.placeLeft();
  }

  private boolean wasOverbooked() {
    int before = overbooked.get();
    while (before > 0 && !overbooked.compareAndSet(before, before - 1)) {
      before = overbooked.get();
    }
    return before > 0;
  }

  @Override
  public String refuse() {
    refused.increment();
    return "its bulkhead of " + settings.maxConcurrency() + " is full";
  }

  public GuardSnapshot.Bulkhead snapshot() {
    return new GuardSnapshot.Bulkhead(
        settings.maxConcurrency(), running.get(), queue.size(), refused.sum());
  }
}
