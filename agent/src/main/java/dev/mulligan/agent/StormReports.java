package dev.mulligan.agent;

import dev.mulligan.attach.report.StormReport;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.budget.BudgetReport;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reports the retries that storm protection suppressed to the command line. */
final class StormReports {

  private StormReports() {}

  static StormReport of(RetryEngine engine, List<Rule> rules) {
    Map<Operation, RetryStatistics.Snapshot> statistics = engine.statistics().snapshots();
    List<StormReport.HeldBack> heldBack = new ArrayList<>();
    for (Rule rule : rules) {
      long budgetSpent = ended(rule, EndReason.BUDGET_SPENT, statistics);
      long eventLoop = ended(rule, EndReason.EVENT_LOOP, statistics);
      long nested = ended(rule, EndReason.NESTED_EXHAUSTED, statistics);
      if (budgetSpent + eventLoop + nested > 0) {
        heldBack.add(new StormReport.HeldBack(rule.name(), budgetSpent, eventLoop, nested));
      }
    }
    return new StormReport(
        engine.budgets().reports().stream().map(StormReports::budget).toList(),
        List.copyOf(heldBack));
  }

  private static StormReport.Budget budget(BudgetReport report) {
    return new StormReport.Budget(
        report.owner(),
        report.budget().tokens(),
        Math.floor(report.tokensLeft() * 10) / 10,
        report.spent(),
        report.timesSpent(),
        report.retriesHeldBack());
  }

  private static long ended(
      Rule rule, EndReason reason, Map<Operation, RetryStatistics.Snapshot> statistics) {
    long ended = 0;
    for (Map.Entry<Operation, RetryStatistics.Snapshot> operation : statistics.entrySet()) {
      if (operation.getKey().rule().equals(rule.name())) {
        ended += operation.getValue().ended(reason);
      }
    }
    return ended;
  }
}
