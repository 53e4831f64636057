package dev.mulligan.retry.statistics;

import dev.mulligan.retry.EngineSettings;
import dev.mulligan.retry.failure.EndReason;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls of one operation and their outcomes, without locks. */
public final class RetryStatistics {

  private final LongAdder successesAtOnce = new LongAdder();
  private final LongAdder failuresAtOnce = new LongAdder();
  private final LongAdder attempts = new LongAdder();
  private final LongAdder retries = new LongAdder();
  private final LongAdder observed = new LongAdder();
  private final LongAdder inFlight = new LongAdder();
  private final LongAdder sleeping = new LongAdder();
  private final LongAdder nanosAsleep = new LongAdder();
  private final Map<EndReason, LongAdder> ended = new EnumMap<>(EndReason.class);

  /**
   * Counters since the start.
   *
   * @param successesAtOnce calls whose first attempt succeeded; counted only with {@link
   *     EngineSettings#countCalls}, otherwise 0
   * @param failuresAtOnce calls that ended without success after one attempt; included in ended
   * @param attempts failed attempts, and successful ones after a failure; a call that succeeds at
   *     once never reaches the engine and is not counted
   * @param retries attempts after the first
   * @param observed retries that mode observe did not make
   * @param ended calls by the reason of their end; {@code VALUE_RETURNED} are those that recovered
   * @param inFlight calls that are currently retried, whether they wait or run
   * @param sleeping calls that currently wait
   * @param asleep the sum of all waits
   */
  public record Snapshot(
      long successesAtOnce,
      long failuresAtOnce,
      long attempts,
      long retries,
      long observed,
      Map<EndReason, Long> ended,
      long inFlight,
      long sleeping,
      Duration asleep) {

    /** Returns the sum of these counts and others. */
    public Snapshot plus(Snapshot other) {
      Map<EndReason, Long> both = new EnumMap<>(EndReason.class);
      for (EndReason reason : EndReason.values()) {
        both.put(reason, ended(reason) + other.ended(reason));
      }
      return new Snapshot(
          successesAtOnce + other.successesAtOnce,
          failuresAtOnce + other.failuresAtOnce,
          attempts + other.attempts,
          retries + other.retries,
          observed + other.observed,
          Collections.unmodifiableMap(both),
          inFlight + other.inFlight,
          sleeping + other.sleeping,
          asleep.plus(other.asleep));
    }

    /** Returns the number of calls that ended for a reason. */
    public long ended(EndReason reason) {
      return ended.getOrDefault(reason, 0L);
    }

    /** Returns the number of ended calls of a kind. Calls in mode observe are not included. */
    public long ended(CallKind kind) {
      return switch (kind) {
        case SUCCESSFUL_WITHOUT_RETRY -> successesAtOnce;
        case SUCCESSFUL_WITH_RETRY -> ended(EndReason.VALUE_RETURNED);
        case FAILED_WITHOUT_RETRY -> failuresAtOnce;
        case FAILED_WITH_RETRY -> exhausted() - failuresAtOnce;
      };
    }

    /** Returns the number of calls that ended without success. */
    public long exhausted() {
      long all = 0;
      for (long count : ended.values()) {
        all += count;
      }
      return all - ended(EndReason.VALUE_RETURNED);
    }

    /**
     * Returns the number of all ended calls; those that succeeded at once are included only if they
     * are counted.
     */
    public long calls() {
      return successesAtOnce + ended(EndReason.VALUE_RETURNED) + exhausted();
    }
  }

  RetryStatistics() {
    for (EndReason reason : EndReason.values()) {
      ended.put(reason, new LongAdder());
    }
  }

  /** Counts a call whose first attempt succeeded. Allocates nothing. */
  public void succeededAtOnce() {
    successesAtOnce.increment();
  }

  public void attempted() {
    attempts.increment();
  }

  public void retried() {
    retries.increment();
  }

  public void observed() {
    observed.increment();
  }

  /** Counts the first failure of a call that is retried; {@link #ended} follows. */
  public void began() {
    inFlight.increment();
  }

  /**
   * @param failedAttempts of the call, 1 or more
   */
  public void ended(EndReason reason, int failedAttempts) {
    inFlight.decrement();
    counterOf(reason).increment();
    if (failedAttempts == 1 && reason != EndReason.VALUE_RETURNED) {
      failuresAtOnce.increment();
    }
  }

  public void waitStarted() {
    sleeping.increment();
  }

  public void waitEnded(long nanos) {
    sleeping.decrement();
    nanosAsleep.add(nanos);
  }

  /** Returns the current values. */
  public Snapshot snapshot() {
    Map<EndReason, Long> byReason = new EnumMap<>(EndReason.class);
    ended.forEach((reason, count) -> byReason.put(reason, count.sum()));
    return new Snapshot(
        successesAtOnce.sum(),
        failuresAtOnce.sum(),
        attempts.sum(),
        retries.sum(),
        observed.sum(),
        Collections.unmodifiableMap(byReason),
        inFlight.sum(),
        sleeping.sum(),
        Duration.ofNanos(nanosAsleep.sum()));
  }

  /** Adds what ended calls of another operation have counted. */
  void add(Snapshot other) {
    successesAtOnce.add(other.successesAtOnce());
    failuresAtOnce.add(other.failuresAtOnce());
    attempts.add(other.attempts());
    retries.add(other.retries());
    observed.add(other.observed());
    other.ended().forEach((reason, count) -> counterOf(reason).add(count));
    nanosAsleep.add(other.asleep().toNanos());
  }

  private LongAdder counterOf(EndReason reason) {
    return Objects.requireNonNull(ended.get(reason));
  }
}
