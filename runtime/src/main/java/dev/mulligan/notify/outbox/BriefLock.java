package dev.mulligan.notify.outbox;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock for which application threads wait only briefly, and usually not at all: if a disk hangs,
 * one of them hangs with it, and the others continue.
 */
final class BriefLock {

  /** Longer than a busy machine needs under the lock, including the first class loading. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** How long nobody waits after a failed wait. */
  private static final long NO_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ReentrantLock lock = new ReentrantLock();
  private volatile long impatientUntil = System.nanoTime();

  /** Locks without a time limit, for the notifier's own threads. */
  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  /**
   * Tries to lock for at most a second; an interrupt does not end the wait, and the flag stays set.
   */
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
