package dev.mulligan.notify.outbox;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock that the application's threads wait for only briefly, and usually not at all: when a disk
 * hangs, one of them hangs with it, and the others go on.
 */
final class BriefLock {

  /**
   * More than a busy machine needs for what is done under the lock, classes being loaded at first.
   */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** How long nobody waits at all after somebody has waited in vain. */
  private static final long NO_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ReentrantLock lock = new ReentrantLock();
  private volatile long impatientUntil = System.nanoTime();

  /** For the notifier's own threads. */
  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  /** Waits a second at most; an interrupt is kept and changes nothing. */
  boolean tryBriefly() {
    if (lock.tryLock()) {
      return true;
    }
    if (impatientUntil - System.nanoTime() > 0) {
      return false;
    }
    boolean wasInterrupted = Thread.interrupted();
    try {
      if (lock.tryLock(PATIENCE_NANOS, TimeUnit.NANOSECONDS)) {
        return true;
      }
    } catch (InterruptedException e) {
      wasInterrupted = true;
    } finally {
      if (wasInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
    impatientUntil = System.nanoTime() + NO_WAIT_NANOS;
    return false;
  }
}
