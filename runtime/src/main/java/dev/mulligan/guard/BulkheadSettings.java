package dev.mulligan.guard;

import dev.mulligan.retry.Check;
import java.time.Duration;

/**
 * How many may run at the same time.
 *
 * @param maxConcurrency 1 or more
 * @param maxWait how long one may wait for another to end; at most 1 day
 */
public record BulkheadSettings(int maxConcurrency, Duration maxWait, Scope per) {

  /**
   * @throws IllegalArgumentException in the words of the rule file, for a number out of its range
   */
  public BulkheadSettings {
    Check.require(maxConcurrency >= 1, "max-concurrency must be at least 1, was " + maxConcurrency);
    MaxWait.check(maxWait);
  }

  /** All that makes one bulkhead different from another. */
  String identity() {
    return maxConcurrency + " at a time, waits " + maxWait + ", per " + per.word();
  }
}
