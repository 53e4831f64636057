package dev.mulligan.attach.report;

import dev.mulligan.attach.report.RuleReport.MethodReport;
import dev.mulligan.attach.report.RuleReport.RefusedMethod;
import java.util.List;
import java.util.Optional;

/** Reports as an agent gives them. */
public final class Reports {

  private Reports() {}

  public static AgentReport agent() {
    return new AgentReport(
        "1.0",
        "/opt/mulligan-agent.jar",
        "/etc/rules.yaml",
        new AgentReport.Weaving(2, 41),
        List.of(charge(), reports()),
        List.of(
            new GuardReport(
                "charge",
                Optional.of(new GuardReport.CircuitBreaker("open", 60, 42_000, 7)),
                Optional.of(new GuardReport.RateLimit(100, 1_000, 2)),
                Optional.of(new GuardReport.Bulkhead(5, 3, 1, 1)),
                4,
                6)),
        new StormReport(
            List.of(
                new StormReport.Budget("the process", 1000, 499.9, true, 2, 75),
                new StormReport.Budget("rule 'charge'", 100, 100, false, 0, 0)),
            List.of(new StormReport.HeldBack("charge", 70, 0, 3))),
        List.of(
            new ChannelReport(
                "c1",
                "channel 1",
                "slack://…/…/…",
                List.of("critical", "ops"),
                "failing",
                12,
                1,
                4,
                0,
                7,
                3,
                3,
                Optional.of("2026-11-05T03:00:00Z"),
                Optional.of("429 Too Many Requests"),
                Optional.empty(),
                Optional.empty())),
        List.of(ReportedProblem.warning("the rule file was changed and is broken now")),
        Optional.empty());
  }

  private static RuleReport charge() {
    return new RuleReport(
        "charge",
        "card-payments",
        "retry",
        List.of(
            new MethodReport(
                "com.acme.PaymentGateway.charge(String, long)",
                "",
                new Counts(7, 4, 2, 1, 1, 12_500)),
            new MethodReport("com.acme.PaymentGateway.refund(String)", "", Counts.NONE)),
        List.of(new RefusedMethod("com.acme.PaymentGateway.sync()", "it is synchronized")),
        List.of(),
        Counts.NONE);
  }

  private static RuleReport reports() {
    return new RuleReport("reports", "database", "observe", List.of(), List.of());
  }

  public static DetachReport detached() {
    return new DetachReport("1.0", 2, 1, 1, 0, List.of());
  }
}
