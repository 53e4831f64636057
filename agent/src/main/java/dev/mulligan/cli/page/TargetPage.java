package dev.mulligan.cli.page;

import dev.mulligan.attach.report.TargetReport;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Format;
import dev.mulligan.cli.console.Style;
import dev.mulligan.cli.console.Table;
import dev.mulligan.cli.console.Table.Cell;
import dev.mulligan.cli.console.Table.Column;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;
import java.util.List;

/** Prints the answers of the targets of a notification. */
public final class TargetPage {

  private final Console console;

  public TargetPage(Console console) {
    this.console = console;
  }

  /** The JSON form, similar to a reply. */
  private record Results(String outcome, List<TargetReport> targets) {}

  /**
   * @param targets one or more
   * @return the exit status
   */
  public int show(List<TargetReport> targets, Format format) {
    boolean all = targets.stream().allMatch(TargetReport::isDelivered);
    if (format == Format.JSON) {
      console.json(new Results(all ? "done" : "failed", targets));
    } else {
      print(targets);
    }
    return all ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  private void print(List<TargetReport> targets) {
    Table table =
        new Table(
            Column.text("RESULT"),
            Column.text("TARGET"),
            Column.text("FROM"),
            Column.number("TRIES"),
            Column.number("TIME"),
            Column.text("ANSWER"));
    for (TargetReport target : targets) {
      table.add(
          new Cell(target.outcome(), target.isDelivered() ? Style.GOOD : Style.BAD),
          Cell.of(target.url()),
          Cell.of(target.origin()),
          Cell.count(target.tries(), Style.PLAIN),
          Cell.of(HumanDuration.of(Duration.ofMillis(target.millis()))),
          Cell.of(target.answer()));
    }
    table.print(console);
  }
}
