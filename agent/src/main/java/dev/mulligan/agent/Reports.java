package dev.mulligan.agent;

import dev.mulligan.attach.report.AgentReport;
import dev.mulligan.attach.report.ChangeReport;
import dev.mulligan.attach.report.ChannelReport;
import dev.mulligan.attach.report.Counts;
import dev.mulligan.attach.report.ReportedProblem;
import dev.mulligan.attach.report.RuleReport;
import dev.mulligan.attach.report.RuleReport.MethodReport;
import dev.mulligan.notify.registry.ChannelHealth;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.statistics.StatisticsTable;
import dev.mulligan.retry.strategy.Site;
import dev.mulligan.rules.Rule;
import dev.mulligan.rules.RuleFile;
import dev.mulligan.weave.AlsoRetried;
import dev.mulligan.weave.RefusedMethod;
import dev.mulligan.weave.RetriedMethod;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reports the state of a session to the command line. */
final class Reports {

  private Reports() {}

  /**
   * @param change in progress
   */
  static AgentReport of(Session session, Optional<ChangeReport> change) {
    List<RetriedMethod> methods = session.weaving().methods();
    List<RefusedMethod> refused = session.weaving().refused();
    List<StatisticsTable.Counted> statistics = session.engine().statistics().bySite();
    List<AlsoRetried> alsoRetried = session.weaving().alsoRetried();
    List<RuleReport> rules = new ArrayList<>();
    for (Rule rule : session.rules().rules()) {
      rules.add(report(rule, methods, statistics, refused, alsoRetried));
    }
    for (Rule rule : replaced(session)) {
      RuleReport report = report(rule, methods, statistics, List.of(), List.of());
      if (!report.methods().isEmpty()) {
        rules.add(report);
      }
    }
    return new AgentReport(
        OwnJar.version(),
        OwnJar.path(),
        session.rules().read().main().getAbsolutePath(),
        new AgentReport.Weaving(session.lastWeaving().classes(), session.lastWeaving().millis()),
        rules,
        GuardReports.of(session.rules().rules(), session.guards().snapshots()),
        StormReports.of(session.engine(), session.rules().rules()),
        session.notifier().get().health().stream().map(Reports::channel).toList(),
        unwoven(refused),
        change);
  }

  private static RuleReport report(
      Rule rule,
      List<RetriedMethod> methods,
      List<StatisticsTable.Counted> statistics,
      List<RefusedMethod> refused,
      List<AlsoRetried> alsoRetried) {
    Map<Site, Counts> counts = new HashMap<>();
    for (StatisticsTable.Counted counted : statistics) {
      if (counted.operation().rule().equals(rule.name())) {
        counts.merge(counted.operation().site(), counts(counted.counts()), Counts::plus);
      }
    }
    return new RuleReport(
        rule.name(),
        rule.strategy().name(),
        rule.mode().word(),
        methods(rule, methods, counts),
        refused(rule, refused),
        notes(rule, alsoRetried),
        counts.values().stream().reduce(Counts.NONE, Counts::plus));
  }

  /** Rules that a change in progress removes, which may still apply to some methods. */
  private static List<Rule> replaced(Session session) {
    RuleFile replaced = session.replacedRules();
    List<Rule> rules = new ArrayList<>();
    if (replaced != null) {
      Set<String> names = new HashSet<>();
      session.rules().rules().forEach(rule -> names.add(rule.name()));
      for (Rule rule : replaced.rules()) {
        if (!names.contains(rule.name())) {
          rules.add(rule);
        }
      }
    }
    return rules;
  }

  /**
   * What strict mode does not accept: rules that match no method, and methods that the agent
   * refuses.
   */
  static List<ReportedProblem> misfits(AgentReport report) {
    List<ReportedProblem> misfits = new ArrayList<>();
    for (RuleReport rule : report.rules()) {
      if (rule.methods().isEmpty()) {
        misfits.add(
            ReportedProblem.error(
                "Rule '" + rule.name() + "' matches no method of a loaded class."));
      }
      for (RuleReport.RefusedMethod method : rule.refused()) {
        misfits.add(
            ReportedProblem.error(
                "Rule '" + rule.name() + "': " + method.method() + ": " + method.reason()));
      }
    }
    return misfits;
  }

  /** Removes the counts that it reports, so that those of earlier methods remain. */
  private static List<MethodReport> methods(
      Rule rule, List<RetriedMethod> methods, Map<Site, Counts> counts) {
    List<MethodReport> reports = new ArrayList<>();
    for (RetriedMethod method : methods) {
      if (method.operation().rule().equals(rule.name())) {
        Counts counted = counts.remove(method.operation().site());
        reports.add(
            new MethodReport(
                method.method(), method.loader(), counted == null ? Counts.NONE : counted));
      }
    }
    return reports;
  }

  private static Counts counts(RetryStatistics.Snapshot snapshot) {
    long exhausted = 0;
    for (EndReason reason : EndReason.values()) {
      if (reason != EndReason.VALUE_RETURNED) {
        exhausted += snapshot.ended(reason);
      }
    }
    return new Counts(
        snapshot.attempts(),
        snapshot.retries(),
        snapshot.ended(EndReason.VALUE_RETURNED),
        exhausted,
        snapshot.sleeping(),
        snapshot.asleep().toMillis());
  }

  private static List<RuleReport.RefusedMethod> refused(Rule rule, List<RefusedMethod> refused) {
    List<RuleReport.RefusedMethod> reports = new ArrayList<>();
    for (RefusedMethod method : refused) {
      if (method.rule().equals(rule.name())) {
        reports.add(new RuleReport.RefusedMethod(method.method(), method.reason()));
      }
    }
    return reports;
  }

  private static List<RuleReport.Note> notes(Rule rule, List<AlsoRetried> alsoRetried) {
    return alsoRetried.stream()
        .filter(method -> method.rule().equals(rule.name()))
        .map(method -> new RuleReport.Note(method.method(), method.note()))
        .toList();
  }

  /** Classes that the agent could not rewrite, for any rule. */
  private static List<ReportedProblem> unwoven(List<RefusedMethod> refused) {
    return refused.stream()
        .filter(method -> method.rule().equals(RefusedMethod.ANY_RULE))
        .map(method -> ReportedProblem.warning(method.method() + ": " + method.reason()))
        .toList();
  }

  static ChannelReport channel(ChannelHealth channel) {
    return new ChannelReport(
        channel.id(),
        channel.name(),
        channel.url(),
        channel.tags().stream().sorted().toList(),
        health(channel),
        channel.sent(),
        channel.failed(),
        channel.retried(),
        channel.dropped(),
        channel.suppressed(),
        channel.queued(),
        channel.stored(),
        channel.lastSuccess().map(Instant::toString),
        channel.lastError(),
        channel.paused().map(ChannelHealth.Pause::reason),
        channel.paused().map(pause -> pause.nextTry().truncatedTo(ChronoUnit.SECONDS).toString()));
  }

  private static String health(ChannelHealth channel) {
    if (channel.paused().isPresent()) {
      return "paused";
    }
    return channel.isFailing() ? "failing" : "ready";
  }
}
