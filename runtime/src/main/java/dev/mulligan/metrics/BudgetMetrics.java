package dev.mulligan.metrics;

import dev.mulligan.retry.budget.BudgetReport;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;

/** Metrics of the retry budgets. */
final class BudgetMetrics {

  private BudgetMetrics() {}

  static void add(List<BudgetReport> budgets, MetricSnapshots.Builder all) {
    Family tokens = new Family("mulligan_budget_tokens", "The capacity of a retry budget.");
    Family left = new Family("mulligan_budget_tokens_left", "The tokens left in a retry budget.");
    Family spent = new Family("mulligan_budget_spent", "How often a retry budget was spent.");
    Family heldBack =
        new Family("mulligan_budget_held_back_retries", "Retries that a spent budget prevented.");
    for (BudgetReport report : budgets) {
      Labels labels = Labels.of("owner", report.owner());
      tokens.add(labels, report.budget().tokens());
      left.add(labels, report.tokensLeft());
      spent.add(labels, report.timesSpent());
      heldBack.add(labels, report.retriesHeldBack());
    }
    all.metricSnapshot(tokens.gauge())
        .metricSnapshot(left.gauge())
        .metricSnapshot(spent.counter())
        .metricSnapshot(heldBack.counter());
  }
}
