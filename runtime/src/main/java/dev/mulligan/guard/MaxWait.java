package dev.mulligan.guard;

import dev.mulligan.retry.Check;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;

/** How long a caller may be kept waiting for a permit. */
final class MaxWait {

  private static final Duration LONGEST = Duration.ofDays(1);

  private MaxWait() {}

  static void check(Duration wait) {
    Check.duration("max-wait", wait);
    Check.require(
        wait.compareTo(LONGEST) <= 0,
        "max-wait must be at most 24h, was " + HumanDuration.of(wait));
  }
}
