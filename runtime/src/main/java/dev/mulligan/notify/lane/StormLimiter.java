package dev.mulligan.notify.lane;

import dev.mulligan.notify.registry.DeliverySettings.StormCap;

/**
 * A sliding-window limiter: allows a number of messages in any period. Not a token bucket, because
 * a full one allows twice as many in the first period. Not thread-safe.
 */
final class StormLimiter {

  private final long periodNanos;

  /** The times of the last messages, as a ring buffer. */
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

  /** Returns 0 if a message may be sent now. */
  long nanosUntilOpen(long now) {
    return count < passed.length ? 0 : Math.max(0, passed[oldest] + periodNanos - now);
  }
}
