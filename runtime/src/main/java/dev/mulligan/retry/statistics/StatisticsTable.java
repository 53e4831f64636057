package dev.mulligan.retry.statistics;

import dev.mulligan.retry.strategy.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The figures of all operations. */
public final class StatisticsTable {

  private final Map<Operation, RetryStatistics> byOperation = new ConcurrentHashMap<>();

  /** Where an operation's calls are counted. */
  public RetryStatistics of(Operation operation) {
    RetryStatistics known = byOperation.get(operation); // takes no lock, unlike what follows
    return known == null
        ? byOperation.computeIfAbsent(operation, unseen -> new RetryStatistics())
        : known;
  }

  /** Figures of every operation that had a failure, and of others where calls are counted. */
  public Map<Operation, RetryStatistics.Snapshot> snapshots() {
    Map<Operation, RetryStatistics.Snapshot> snapshots = new HashMap<>();
    byOperation.forEach((operation, counted) -> snapshots.put(operation, counted.snapshot()));
    return snapshots;
  }
}
