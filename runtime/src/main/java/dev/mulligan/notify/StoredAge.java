package dev.mulligan.notify;

import java.time.Duration;
import java.time.Instant;

/**
 * The age of what an earlier process stored. Only the wall clock crosses processes, and it may have
 * jumped; from now on this process counts in monotonic time.
 */
public final class StoredAge {

  private StoredAge() {}

  /**
   * Returns the age by the wall clock.
   *
   * @param then in the future counts as now
   * @param atMost the result if it is older; short of a limit, so that a jump alone never reaches
   *     it
   */
  public static Duration of(Instant then, Instant now, Duration atMost) {
    if (!then.isBefore(now)) {
      return Duration.ZERO;
    }
    return now.minus(atMost).isAfter(then) ? atMost : Duration.between(then, now);
  }
}
