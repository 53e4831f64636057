package dev.mulligan.metrics;

import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.statistics.CallKind;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.statistics.StatisticsTable;
import dev.mulligan.retry.strategy.Operation;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;

/**
 * Metrics of calls, by rule, method and parameters. Copies of a class in several class loaders are
 * added up: a series must not end with a class loader.
 */
final class CallMetrics {

  private final Family attempts =
      new Family("mulligan_attempts", "Attempts of calls that failed at least once.");
  private final Family retries = new Family("mulligan_retries", "Attempts after the first.");
  private final Family recovered =
      new Family("mulligan_recovered_calls", "Calls that succeeded after a retry.");
  private final Family exhausted =
      new Family("mulligan_exhausted_calls", "Calls that ended without success, by the reason.");
  private final Family calls =
      new Family("mulligan_calls", "Calls that have ended, by kind as in Resilience4j.");
  private final Family sleeping =
      new Family("mulligan_sleeping_calls", "Calls that wait for their next attempt now.");
  private final Family asleep =
      new Family("mulligan_backoff_seconds", "Time that calls have spent waiting.");

  static void add(List<StatisticsTable.Counted> statistics, MetricSnapshots.Builder all) {
    CallMetrics metrics = new CallMetrics();
    statistics.forEach(counted -> metrics.add(counted.operation(), counted.counts()));
    all.metricSnapshot(metrics.attempts.counter())
        .metricSnapshot(metrics.retries.counter())
        .metricSnapshot(metrics.recovered.counter())
        .metricSnapshot(metrics.exhausted.counter())
        .metricSnapshot(metrics.calls.counter())
        .metricSnapshot(metrics.asleep.counter())
        .metricSnapshot(metrics.sleeping.gauge());
  }

  private void add(Operation operation, RetryStatistics.Snapshot snapshot) {
    Labels labels =
        Labels.of(
            "rule",
            operation.rule(),
            "method",
            operation.name(),
            "parameters",
            operation.site().parameters());
    attempts.add(labels, snapshot.attempts());
    retries.add(labels, snapshot.retries());
    recovered.add(labels, snapshot.ended(EndReason.VALUE_RETURNED));
    sleeping.add(labels, snapshot.sleeping());
    asleep.add(labels, snapshot.asleep().toNanos() / 1e9);
    for (EndReason reason : EndReason.values()) {
      if (reason != EndReason.VALUE_RETURNED && snapshot.ended(reason) > 0) {
        exhausted.add(labels.add("reason", reason.label()), snapshot.ended(reason));
      }
    }
    for (CallKind kind : CallKind.values()) {
      // Omits the count of successes at once if it is 0, because then it is probably not counted.
      if (kind != CallKind.SUCCESSFUL_WITHOUT_RETRY || snapshot.ended(kind) > 0) {
        calls.add(labels.add("kind", kind.label()), snapshot.ended(kind));
      }
    }
  }
}
