package dev.mulligan.guard;

import dev.failsafe.Bulkhead;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Failsafe's bulkhead. The waiting is done here: a waiter whose time is over stays in Failsafe's
 * queue (3.3.2, {@code BulkheadImpl.tryAcquirePermit(Duration)}), and the next permit would be lost
 * to it.
 */
final class BulkheadGuard implements Guard {

  private final BulkheadSettings settings;
  private final Waiting waiting;
  private final Bulkhead<Object> bulkhead;
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger waiters = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private final LongAdder refused = new LongAdder();

  BulkheadGuard(BulkheadSettings settings, Waiting waiting) {
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
    long remaining = settings.maxWait().toNanos();
    waiters.incrementAndGet();
    lock.lock();
    try {
      boolean permitted = tryEnter();
      while (!permitted && remaining > 0) {
        remaining = left.awaitNanos(remaining);
        permitted = tryEnter();
      }
      return permitted;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
      waiters.decrementAndGet();
    }
  }

  @Override
  public void leave(Verdict verdict) {
    running.decrementAndGet();
    bulkhead.releasePermit();
    if (waiters.get() > 0) {
      lock.lock();
      try {
        left.signal();
      } finally {
        lock.unlock();
      }
    }
  }

  @Override
  public String refuse() {
    refused.increment();
    return "its bulkhead of " + settings.maxConcurrency() + " is full";
  }

  GuardSnapshot.Bulkhead snapshot() {
    return new GuardSnapshot.Bulkhead(
        settings.maxConcurrency(), running.get(), waiters.get(), refused.sum());
  }
}
