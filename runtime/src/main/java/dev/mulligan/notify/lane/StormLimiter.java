package dev.mulligan.notify.lane;

import dev.mulligan.notify.registry.DeliverySettings.StormCap;

/**
 * Lets so many through in any period. Not a token bucket: one that is full lets twice as many
 * through in the first period. Not safe for use by many threads.
 */
final class StormLimiter {

  private final long periodNanos;

  /** When the last ones passed, in a circle. */
  private final long[] passed;

  private int oldest;
  private int count;

  StormLimiter(StormCap cap) {
    this.periodNanos = cap.period().toNanos();
    this.passed = new long[cap.messages()];
  }

  boolean tryPass(long now) {
    if (nanosUntilOpen(now) > 0) {
      return false;
    }
    if (count < passed.length) {
      passed[count] = now;
      count++;
    } else {
      passed[oldest] = now;
      oldest = (oldest + 1) % passed.length;
    }
    return true;
  }

  /** 0 when it is open. */
  long nanosUntilOpen(long now) {
    return count < passed.length ? 0 : Math.max(0, passed[oldest] + periodNanos - now);
  }
}
