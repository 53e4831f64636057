package dev.mulligan.retry.statistics;

import dev.mulligan.retry.EngineSettings;
import dev.mulligan.retry.failure.EndReason;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happened to one operation's calls, without locks. */
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
   * Figures since the start.
   *
   * @param successesAtOnce calls whose first attempt succeeded; counted only where the engine is
   *     asked to ({@link EngineSettings#countCalls}), else 0
   * @param failuresAtOnce calls that ended without success after one attempt; part of ended
   * @param attempts those that the engine saw: failed ones, and those that recovered. A call that
   *     succeeds at once costs nothing and is not counted
   * @param retries attempts after the first
   * @param observed retries that mode observe did not do
   * @param ended calls by the reason of their end; {@code VALUE_RETURNED} are those that recovered
   * @param inFlight calls that are being retried right now, whether they wait or run
   * @param sleeping those of them that wait
   * @param asleep all waiting summed up
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

    /** Calls that ended for that reason. */
    public long ended(EndReason reason) {
      return ended.getOrDefault(reason, 0L);
    }

    /** Calls of a kind that have ended; of mode observe none. */
    public long ended(CallKind kind) {
      return switch (kind) {
        case SUCCESSFUL_WITHOUT_RETRY -> successesAtOnce;
        case SUCCESSFUL_WITH_RETRY -> ended(EndReason.VALUE_RETURNED);
        case FAILED_WITHOUT_RETRY -> failuresAtOnce;
        case FAILED_WITH_RETRY -> exhausted() - failuresAtOnce;
      };
    }

    /** Calls that ended without success, whatever the reason. */
    public long exhausted() {
      long all = 0;
      for (long count : ended.values()) {
        all += count;
      }
      return all - ended(EndReason.VALUE_RETURNED);
    }

    /** All calls that have ended, those that succeeded at once only where they are counted. */
    public long calls() {
      return successesAtOnce + ended(EndReason.VALUE_RETURNED) + exhausted();
    }
  }

  RetryStatistics() {
    for (EndReason reason : EndReason.values()) {
      ended.put(reason, new LongAdder());
    }
  }

  /** A call's first attempt succeeded. Allocates nothing. */
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

  /** A call that is retried had its first failure; {@link #ended} follows. */
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

  public void fellAsleep() {
    sleeping.increment();
  }

  public void woke(long nanos) {
    sleeping.decrement();
    nanosAsleep.add(nanos);
  }

  /** The figures as they are now. */
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

  private LongAdder counterOf(EndReason reason) {
    return Objects.requireNonNull(ended.get(reason));
  }
}
