package dev.mulligan.guard.limit;

import dev.failsafe.Bulkhead;
import dev.mulligan.guard.settings.BulkheadSettings;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/**
 * A bulkhead, on Failsafe's. The queue is Mulligan's own: in Failsafe's (3.3.2, {@code
 * BulkheadImpl.tryAcquirePermit(Duration)}) a caller whose wait has timed out stays in the queue,
 * and the next permit is lost to it.
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
    return tryEnter() || (waiting.reasonNotToWait(settings.maxWait()).isEmpty() && awaitPermit());
  }

  private boolean awaitPermit() {
    if (settings.maxWait().isZero()) {
      return false;
    }
    ThreadWaiter waiter = new ThreadWaiter();
    try {
      queue.add(waiter);
      waiter.await(settings.maxWait());
    } catch (RuntimeException | Error own) { // no stack or memory left
      if (!queue.remove(waiter) && waiter.hasPlace()) {
        leave(Verdict.NONE);
      }
      throw own;
    }
    return !queue.remove(waiter);
  }

  Duration maxWait() {
    return settings.maxWait();
  }

  /** Queues a waiter that holds no thread. */
  void await(Waiter waiter) {
    queue.add(waiter);
  }

  /**
   * Removes a waiter from the queue.
   *
   * @return false if it already has a permit
   */
  boolean giveUp(Waiter waiter) {
    return queue.remove(waiter);
  }

  /**
   * Admits a call beyond the limit: the agent is being detached, and no call must be refused any
   * more.
   */
  void overbook() {
    running.incrementAndGet();
    overbooked.incrementAndGet();
  }

  /** Tries to acquire a permit for the queue. */
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
