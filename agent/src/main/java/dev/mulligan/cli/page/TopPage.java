package dev.mulligan.cli.page;

import dev.mulligan.attach.report.AgentReport;
import dev.mulligan.attach.report.Counts;
import dev.mulligan.attach.report.RuleReport;
import dev.mulligan.attach.report.RuleReport.MethodReport;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Style;
import dev.mulligan.cli.console.Table;
import dev.mulligan.cli.console.Table.Cell;
import dev.mulligan.cli.console.Table.Column;
import dev.mulligan.text.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints the retried methods, the busiest first, with their rates since the previous refresh. */
public final class TopPage {

  /** The lines for head, headings, foot and cursor. */
  private static final int OTHER_LINES = 5;

  private final Console console;
  private final long pid;
  private Map<String, Counts> before = Map.of();
  private long timeBefore;

  public TopPage(Console console, long pid) {
    this.console = console;
    this.pid = pid;
  }

  private record Row(String rule, String method, Counts counts, double retriesPerSecond) {}

  /** Prints all methods once, without rates. */
  public void once(AgentReport report) {
    console.line(head(report));
    print(rows(report, 0), Integer.MAX_VALUE);
  }

  /**
   * @param nanoTime the time of the report
   * @param lines the number of lines of the terminal
   */
  public void refresh(AgentReport report, long nanoTime, int lines) {
    double seconds = before.isEmpty() ? 0 : (nanoTime - timeBefore) / 1e9;
    List<Row> rows = rows(report, seconds);
    console.clear();
    console.line(head(report));
    print(rows, Math.max(1, lines - OTHER_LINES));
    console.line(console.styled(Style.FAINT, "Press q to quit."));
    timeBefore = nanoTime;
    before = new HashMap<>();
    rows.forEach(row -> before.put(key(row.rule(), row.method()), row.counts()));
  }

  private String head(AgentReport report) {
    return "Process "
        + pid
        + ", "
        + Phrases.count(report.methods(), "retried method")
        + ", rules of "
        + report.ruleFile();
  }

  private List<Row> rows(AgentReport report, double seconds) {
    List<Row> rows = new ArrayList<>();
    for (RuleReport rule : report.rules()) {
      for (MethodReport method : rule.methods()) {
        Counts counts = method.counts();
        String name = method.method() + (method.loader().isEmpty() ? "" : " in " + method.loader());
        Counts last = before.getOrDefault(key(rule.name(), name), Counts.NONE);
        double rate = seconds == 0 ? 0 : (counts.retries() - last.retries()) / seconds;
        rows.add(new Row(rule.name(), name, counts, Math.max(0, rate)));
      }
    }
    rows.sort(
        Comparator.comparingDouble(Row::retriesPerSecond)
            .thenComparingLong(row -> row.counts().sleeping())
            .thenComparingLong(row -> row.counts().attempts())
            .reversed()
            .thenComparing(Row::method));
    return rows;
  }

  private void print(List<Row> rows, int limit) {
    Table table =
        new Table(
            Column.number("RETRIES/S"),
            Column.number("SLEEPING"),
            Column.number("ATTEMPTS"),
            Column.number("RETRIES"),
            Column.number("RECOVERED"),
            Column.number("EXHAUSTED"),
            Column.text("RULE"),
            Column.text("METHOD"));
    for (Row row : rows.subList(0, Math.min(limit, rows.size()))) {
      table.add(
          rate(row.retriesPerSecond()),
          Cell.count(row.counts().sleeping(), Style.NOTE),
          Cell.count(row.counts().attempts(), Style.PLAIN),
          Cell.count(row.counts().retries(), Style.PLAIN),
          Cell.count(row.counts().recovered(), Style.GOOD),
          Cell.count(row.counts().exhausted(), Style.BAD),
          new Cell(row.rule(), Style.NAME),
          Cell.of(row.method()));
    }
    table.print(console);
  }

  private static Cell rate(double rate) {
    return rate == 0
        ? new Cell("-", Style.FAINT)
        : new Cell(String.format(Locale.ROOT, "%.1f", rate), Style.NOTE);
  }

  private static String key(String rule, String method) {
    return rule + "\n" + method;
  }
}
