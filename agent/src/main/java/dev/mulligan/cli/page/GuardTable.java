package dev.mulligan.cli.page;

import dev.mulligan.attach.report.GuardReport;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Style;
import dev.mulligan.cli.console.Table;
import dev.mulligan.cli.console.Table.Cell;
import dev.mulligan.cli.console.Table.Column;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;
import java.util.List;

/** Prints the state of the rules' guards. */
final class GuardTable {

  private final Console console;

  GuardTable(Console console) {
    this.console = console;
  }

  void show(List<GuardReport> guards) {
    if (guards.isEmpty()) {
      return;
    }
    console.blankLine();
    Table table =
        new Table(
            Column.text("GUARDS OF RULE"),
            Column.text("CIRCUIT BREAKER"),
            Column.text("RATE LIMIT"),
            Column.text("BULKHEAD"),
            Column.number("REFUSED"),
            Column.number("TIMED OUT"),
            Column.number("FALLBACKS"));
    for (GuardReport guard : guards) {
      table.add(
          Cell.of(guard.rule()),
          guard.circuitBreaker().map(GuardTable::breaker).orElse(Cell.of("")),
          Cell.of(guard.rateLimit().map(GuardTable::rateLimit).orElse("")),
          Cell.of(guard.bulkhead().map(GuardTable::bulkhead).orElse("")),
          Cell.count(guard.refused(), Style.BAD),
          Cell.count(guard.timeouts(), Style.BAD),
          Cell.count(guard.fallbacks(), Style.NOTE));
    }
    table.print(console);
  }

  private static Cell breaker(GuardReport.CircuitBreaker breaker) {
    String open = breaker.state().equals("open") ? " for " + time(breaker.openForMillis()) : "";
    return new Cell(
        breaker.state() + open + ", " + breaker.failureRate() + " % failed",
        breaker.state().equals("closed") ? Style.GOOD : Style.BAD);
  }

  private static String rateLimit(GuardReport.RateLimit limit) {
    return limit.permits() + " in " + time(limit.periodMillis());
  }

  private static String bulkhead(GuardReport.Bulkhead bulkhead) {
    String waiting = bulkhead.waiting() == 0 ? "" : ", " + bulkhead.waiting() + " waiting";
    return bulkhead.running() + " of " + bulkhead.permits() + " running" + waiting;
  }

  private static String time(long millis) {
    return HumanDuration.of(Duration.ofMillis(millis));
  }
}
