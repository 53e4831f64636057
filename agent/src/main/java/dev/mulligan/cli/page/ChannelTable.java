package dev.mulligan.cli.page;

import dev.mulligan.attach.report.ChannelReport;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Style;
import dev.mulligan.cli.console.Table;
import dev.mulligan.cli.console.Table.Cell;
import dev.mulligan.cli.console.Table.Column;
import java.util.List;

/** Prints the channels with their state. */
final class ChannelTable {

  private final Console console;

  ChannelTable(Console console) {
    this.console = console;
  }

  void show(List<ChannelReport> channels) {
    if (channels.isEmpty()) {
      return;
    }
    console.blankLine();
    Table table =
        new Table(
            Column.text("ID"),
            Column.text("CHANNEL"),
            Column.text("TAGS"),
            Column.text("HEALTH"),
            Column.number("SENT"),
            Column.number("RETRIED"),
            Column.number("FAILED"),
            Column.number("DROPPED"),
            Column.number("SUPPRESSED"),
            Column.number("QUEUED"),
            Column.text("LAST SUCCESS"));
    channels.forEach(channel -> add(channel, table));
    table.print(console);
    channels.forEach(this::showTrouble);
  }

  static Cell health(ChannelReport channel) {
    return new Cell(channel.health(), channel.health().equals("ready") ? Style.GOOD : Style.BAD);
  }

  private static void add(ChannelReport channel, Table table) {
    table.add(
        new Cell(channel.id(), Style.NAME),
        Cell.of(channel.url()),
        Cell.of(String.join(",", channel.tags())),
        health(channel),
        Cell.count(channel.sent(), Style.PLAIN),
        Cell.count(channel.retried(), Style.NOTE),
        Cell.count(channel.failed(), Style.BAD),
        Cell.count(channel.dropped(), Style.BAD),
        Cell.count(channel.suppressed(), Style.NOTE),
        Cell.count(channel.queued(), Style.NOTE),
        Cell.of(channel.lastSuccess().orElse("-")));
  }

  /** Prints errors under the table: the receivers' answers are long. */
  void showTrouble(ChannelReport channel) {
    if (channel.paused().isPresent()) {
      print(
          channel, "paused until " + channel.nextTry().orElse("-") + ": " + channel.paused().get());
    } else if (channel.lastError().isPresent()) {
      print(channel, "last error: " + channel.lastError().get());
    }
  }

  private void print(ChannelReport channel, String text) {
    console.line(console.styled(Style.FAINT, "  " + channel.id() + " ") + text);
  }
}
