package dev.mulligan.retry.statistics;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Estimates the number of retries in a sliding window, without locks and without storing each
 * retry. It adds to the current window the fraction of the previous one that the sliding window
 * still covers. Two threads that enter a new window at once may miscount by one or two.
 */
public final class RateMeter {

  private final long window;
  private final AtomicLong start;
  private final AtomicLong current = new AtomicLong();
  private final AtomicLong previous = new AtomicLong();
  private final AtomicBoolean high = new AtomicBoolean();

  public RateMeter(long windowNanos, long now) {
    this.window = windowNanos;
    this.start = new AtomicLong(now);
  }

  /**
   * Counts a retry.
   *
   * @return the estimated number in the window that ends now, this one included
   */
  public double add(long now) {
    roll(now);
    long counted = current.incrementAndGet();
    double passed = Math.min(1, Math.max(0, (double) (now - start.get()) / window));
    return counted + previous.get() * (1 - passed);
  }

  /**
   * Whether the rate has just reached the threshold. It must fall to half the threshold before it
   * can do so again.
   */
  public boolean rises(double rate, int threshold) {
    if (rate >= threshold) {
      return high.compareAndSet(false, true);
    }
    if (rate <= threshold / 2.0) {
      high.set(false);
    }
    return false;
  }

  private void roll(long now) {
    long began = start.get();
    long windows = (now - began) / window;
    if (windows >= 1 && start.compareAndSet(began, began + windows * window)) {
      long ended = current.getAndSet(0);
      previous.set(windows == 1 ? ended : 0);
    }
  }
}
