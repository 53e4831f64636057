package dev.mulligan.cli.page;

import dev.mulligan.attach.report.StormReport;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Style;
import dev.mulligan.cli.console.Table;
import dev.mulligan.cli.console.Table.Cell;
import dev.mulligan.cli.console.Table.Column;
import java.util.List;
import java.util.Locale;

/** Prints the retry budgets and the suppressed retries. */
final class StormTables {

  private final Console console;

  StormTables(Console console) {
    this.console = console;
  }

  void show(StormReport storm) {
    if (!storm.budgets().isEmpty()) {
      console.blankLine();
      showBudgets(storm.budgets());
    }
    if (!storm.heldBack().isEmpty()) {
      console.blankLine();
      showHeldBack(storm.heldBack());
    }
  }

  private void showBudgets(List<StormReport.Budget> budgets) {
    Table table =
        new Table(
            Column.text("RETRY BUDGET OF"),
            Column.text("STATE"),
            Column.number("TOKENS LEFT"),
            Column.number("OF"),
            Column.number("TIMES SPENT"),
            Column.number("RETRIES HELD BACK"));
    for (StormReport.Budget budget : budgets) {
      table.add(
          Cell.of(budget.owner()),
          budget.spent() ? new Cell("spent", Style.BAD) : new Cell("ready", Style.GOOD),
          Cell.of(String.format(Locale.ROOT, "%.1f", budget.tokensLeft())),
          Cell.of(Integer.toString(budget.tokens())),
          Cell.count(budget.timesSpent(), Style.BAD),
          Cell.count(budget.retriesHeldBack(), Style.NOTE));
    }
    table.print(console);
  }

  private void showHeldBack(List<StormReport.HeldBack> heldBack) {
    Table table =
        new Table(
            Column.text("CALLS NOT RETRIED, BY RULE"),
            Column.number("BUDGET SPENT"),
            Column.number("ON EVENT LOOPS"),
            Column.number("NESTED"));
    for (StormReport.HeldBack rule : heldBack) {
      table.add(
          Cell.of(rule.rule()),
          Cell.count(rule.budgetSpent(), Style.BAD),
          Cell.count(rule.eventLoop(), Style.BAD),
          Cell.count(rule.nested(), Style.NOTE));
    }
    table.print(console);
  }
}
