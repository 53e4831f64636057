package dev.mulligan.cli.page;

import dev.mulligan.attach.report.AgentReport;
import dev.mulligan.attach.report.ChangeReport;
import dev.mulligan.attach.report.Counts;
import dev.mulligan.attach.report.RuleReport;
import dev.mulligan.attach.report.RuleReport.MethodReport;
import dev.mulligan.attach.report.RuleReport.RefusedMethod;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Style;
import dev.mulligan.cli.console.Table;
import dev.mulligan.cli.console.Table.Cell;
import dev.mulligan.cli.console.Table.Column;
import java.util.Comparator;
import java.util.List;

/** Prints the state of an agent. */
public final class StatusPage {

  /** The number of methods shown per rule, without {@code --all}. */
  public static final int SHOWN = 20;

  private final Console console;
  private final int limit;

  public StatusPage(Console console, int limit) {
    this.console = console;
    this.limit = limit;
  }

  public void show(long pid, AgentReport report) {
    console.line(
        "Mulligan " + report.version() + " in process " + pid + ", rules of " + report.ruleFile());
    report.change().ifPresent(this::showChange);
    console.blankLine();
    showRules(report.rules());
    showRefused(report.rules());
    showAlsoRetried(report.rules());
    new GuardTable(console).show(report.guards());
    new StormTables(console).show(report.storm());
    new ChannelTable(console).show(report.channels());
    if (!report.problems().isEmpty()) {
      console.blankLine();
      new FailurePage(console).show(report.problems());
    }
  }

  private void showChange(ChangeReport change) {
    console.line(
        console.styled(Style.NOTE, "In progress for " + change.seconds() + " s: ")
            + change.request()
            + ": "
            + change.progress()
            + ".");
    console.line(
        "The table shows what is in force now. A class that is not yet rewritten keeps its earlier"
            + " rules.");
  }

  private void showRules(List<RuleReport> rules) {
    Table table =
        new Table(
            Column.text("RULE AND METHODS"),
            Column.number("ATTEMPTS"),
            Column.number("RETRIES"),
            Column.number("RECOVERED"),
            Column.number("EXHAUSTED"),
            Column.number("SLEEPING NOW"));
    for (RuleReport rule : rules) {
      add(rule, table);
    }
    table.print(console);
  }

  private void add(RuleReport rule, Table table) {
    table.add(Cell.of(RuleTitle.of(rule, console)));
    if (rule.methods().isEmpty()) {
      table.add(new Cell("  matches no loaded method", Style.FAINT));
    }
    rule.methods().stream()
        .sorted(Comparator.comparingLong((MethodReport m) -> m.counts().attempts()).reversed())
        .limit(limit)
        .forEach(method -> add("  " + name(method), method.counts(), table));
    if (rule.methods().size() > limit) {
      table.add(
          new Cell("  and " + (rule.methods().size() - limit) + " more, see --all", Style.FAINT));
    }
    if (!rule.earlier().equals(Counts.NONE)) {
      add("  methods that are no longer woven", rule.earlier(), table);
    }
    if (rule.methods().size() > 1 || !rule.earlier().equals(Counts.NONE)) {
      add("  total", rule.counts(), table);
    }
  }

  private static String name(MethodReport method) {
    return method.method() + (method.loader().isEmpty() ? "" : " in " + method.loader());
  }

  private static void add(String name, Counts counts, Table table) {
    table.add(
        Cell.of(name),
        Cell.count(counts.attempts(), Style.PLAIN),
        Cell.count(counts.retries(), Style.PLAIN),
        Cell.count(counts.recovered(), Style.GOOD),
        Cell.count(counts.exhausted(), Style.BAD),
        Cell.count(counts.sleeping(), Style.NOTE));
  }

  private void showRefused(List<RuleReport> rules) {
    if (rules.stream().allMatch(rule -> rule.refused().isEmpty())) {
      return;
    }
    console.blankLine();
    console.line(console.styled(Style.FAINT, "MATCHED, BUT NOT WOVEN"));
    for (RuleReport rule : rules) {
      for (RefusedMethod method : rule.refused()) {
        console.line("  " + method.method());
        console.line(
            console.styled(Style.FAINT, "    rule " + rule.name() + ": " + method.reason()));
      }
    }
  }

  private void showAlsoRetried(List<RuleReport> rules) {
    if (rules.stream().allMatch(rule -> rule.alsoRetried().isEmpty())) {
      return;
    }
    console.blankLine();
    console.line(console.styled(Style.FAINT, "ALSO RETRIED BY ANOTHER LIBRARY"));
    for (RuleReport rule : rules) {
      for (RuleReport.Note note : rule.alsoRetried()) {
        console.line("  " + note.method());
        console.line(console.styled(Style.FAINT, "    rule " + rule.name() + ": ") + note.text());
      }
    }
  }
}
