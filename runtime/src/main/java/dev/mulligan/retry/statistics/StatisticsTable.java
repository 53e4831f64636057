package dev.mulligan.retry.statistics;

import dev.mulligan.retry.strategy.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The statistics of all operations. */
public final class StatisticsTable {

  private final Map<Operation, RetryStatistics> byOperation = new ConcurrentHashMap<>();

  /** Returns the counters of an operation. */
  public RetryStatistics of(Operation operation) {
    RetryStatistics known = byOperation.get(operation); // takes no lock, unlike computeIfAbsent
    return known == null
        ? byOperation.computeIfAbsent(operation, unseen -> new RetryStatistics())
        : known;
  }

  /**
   * Returns the statistics of every operation that had a failure, and of all others too if calls
   * are counted.
   */
  public Map<Operation, RetryStatistics.Snapshot> snapshots() {
    Map<Operation, RetryStatistics.Snapshot> snapshots = new HashMap<>();
    byOperation.forEach((operation, counted) -> snapshots.put(operation, counted.snapshot()));
    return snapshots;
  }
}
