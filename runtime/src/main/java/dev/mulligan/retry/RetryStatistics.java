package dev.mulligan.retry;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happened to one operation's calls, without locks. */
public final class RetryStatistics {

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
  }

  RetryStatistics() {
    for (EndReason reason : EndReason.values()) {
      ended.put(reason, new LongAdder());
    }
  }

  void attempted() {
    attempts.increment();
  }

  void retried() {
    retries.increment();
  }

  void observed() {
    observed.increment();
  }

  /** A call that is retried had its first failure; {@link #ended} follows. */
  void began() {
    inFlight.increment();
  }

  void ended(EndReason reason) {
    inFlight.decrement();
    counterOf(reason).increment();
  }

  void fellAsleep() {
    sleeping.increment();
  }

  void woke(long nanos) {
    sleeping.decrement();
    nanosAsleep.add(nanos);
  }

  Snapshot snapshot() {
    Map<EndReason, Long> byReason = new EnumMap<>(EndReason.class);
    ended.forEach((reason, count) -> byReason.put(reason, count.sum()));
    return new Snapshot(
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
