package dev.mulligan.guard;

import dev.mulligan.retry.Check;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;

/** What a circuit breaker looks back on. */
public sealed interface Window {

  /** All that makes one window different from another: {@code the last 20}. */
  String identity();

  /**
   * The last ones.
   *
   * @param count from 1 to {@value #MOST}
   */
  record Calls(int count) implements Window {
    static final int MOST = 10_000;

    /**
     * @throws IllegalArgumentException in the words of the rule file
     */
    public Calls {
      Check.require(
          count >= 1 && count <= MOST, "window must be from 1 to " + MOST + ", was " + count);
    }

    /** How many of them must fail, rounded up. */
    int failures(int rate) {
      return Math.max(1, (count * rate + 99) / 100);
    }

    @Override
    public String identity() {
      return "the last " + count;
    }
  }

  /**
   * Those of a time just past.
   *
   * @param length from 10 ms to 1 day
   * @param minimumCalls no judgement below that number; 1 or more
   */
  record Time(Duration length, int minimumCalls) implements Window {
    /** Where a rule file says nothing. */
    public static final int USUAL_MINIMUM = 20;

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * @throws IllegalArgumentException in the words of the rule file
     */
    public Time {
      Check.duration("window", length);
      Check.require(
          length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0,
          "window must be from 10ms to 24h, was " + HumanDuration.of(length));
      Check.require(minimumCalls >= 1, "minimum-calls must be at least 1, was " + minimumCalls);
    }

    @Override
    public String identity() {
      return "the last " + length + " (" + minimumCalls + " or more)";
    }
  }
}
