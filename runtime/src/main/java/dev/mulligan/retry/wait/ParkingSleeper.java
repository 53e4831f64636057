package dev.mulligan.retry.wait;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A sleeper whose threads park independently. With one latch for all, each thread that wakes walks
 * the queue of all others: 20,000 sleeping virtual threads took ten times as long as their
 * back-off.
 */
final class ParkingSleeper implements Sleeper {

  private final Set<Thread> asleep = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  @Override
  public boolean sleep(Duration duration) throws InterruptedException {
    long nanos = duration.toNanos();
    long start = System.nanoTime();
    Thread current = Thread.currentThread();
    asleep.add(current); // before 'ended' is read, so that endAll misses no thread
    try {
      while (true) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (ended) {
          return false;
        }
        long left = nanos - (System.nanoTime() - start);
        if (left <= 0) {
          return true;
        }
        LockSupport.parkNanos(this, left);
      }
    } finally {
      asleep.remove(current);
    }
  }

  @Override
  public void endAll() {
    ended = true;
    asleep.forEach(LockSupport::unpark);
  }

  /** Returns the number of sleeping threads. */
  int count() {
    return asleep.size();
  }
}
