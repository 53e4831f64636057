package dev.mulligan.agent;

import dev.mulligan.attach.report.GuardReport;
import dev.mulligan.guard.limit.GuardSnapshot;
import dev.mulligan.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reports the state of the rules' guards (circuit breaker, rate limit, bulkhead) to the command
 * line.
 */
final class GuardReports {

  private GuardReports() {}

  /** Reports in the order of the rules, for rules that are bound to a method. */
  static List<GuardReport> of(List<Rule> rules, Map<String, GuardSnapshot> snapshots) {
    List<GuardReport> reports = new ArrayList<>();
    for (Rule rule : rules) {
      GuardSnapshot snapshot = snapshots.get(rule.name());
      if (snapshot != null) {
        reports.add(report(rule.name(), snapshot));
      }
    }
    return reports;
  }

  private static GuardReport report(String rule, GuardSnapshot snapshot) {
    return new GuardReport(
        rule,
        snapshot
            .circuitBreaker()
            .map(
                breaker ->
                    new GuardReport.CircuitBreaker(
                        breaker.state(),
                        breaker.failureRate(),
                        breaker.opensForMillis(),
                        breaker.refused())),
        snapshot
            .rateLimit()
            .map(
                limit ->
                    new GuardReport.RateLimit(
                        limit.permits(), limit.periodMillis(), limit.refused())),
        snapshot
            .bulkhead()
            .map(
                bulkhead ->
                    new GuardReport.Bulkhead(
                        bulkhead.permits(),
                        bulkhead.running(),
                        bulkhead.waiting(),
                        bulkhead.refused())),
        snapshot.timeouts(),
        snapshot.fallbacks());
  }
}
