package dev.mulligan.cli.page;

import dev.mulligan.attach.report.ChannelReport;
import dev.mulligan.attach.report.ChannelsReport;
import dev.mulligan.attach.report.TargetReport;
import dev.mulligan.attach.talk.ChannelOrder;
import dev.mulligan.attach.talk.Reply;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Format;
import dev.mulligan.cli.console.Style;
import dev.mulligan.cli.console.Table;
import dev.mulligan.cli.console.Table.Cell;
import dev.mulligan.cli.console.Table.Column;
import java.util.List;

/** Prints the channels of a process and the result of a channel request. */
public final class ChannelsPage {

  private final Console console;
  private final Format format;

  public ChannelsPage(Console console, Format format) {
    this.console = console;
    this.format = format;
  }

  /**
   * @param reply a reply with channels
   * @return the exit status
   */
  public int show(Reply reply, ChannelOrder order, long pid) {
    ChannelsReport report = reply.channels().orElseThrow();
    if (format == Format.JSON) {
      console.json(reply);
    } else if (order.action() == ChannelOrder.Action.TEST) {
      print(report.targets());
    } else {
      report.added().ifPresent(id -> console.line(console.styled(Style.GOOD, "Added " + id + ".")));
      print(report, pid);
    }
    return order.action() == ChannelOrder.Action.TEST ? status(report.targets()) : ExitStatus.DONE;
  }

  private void print(List<TargetReport> targets) {
    if (targets.isEmpty()) {
      console.error("No channel was tested: no channel has such a tag.");
    } else {
      new TargetPage(console).show(targets, Format.TEXT);
    }
  }

  private static int status(List<TargetReport> targets) {
    if (targets.isEmpty()) {
      return ExitStatus.NOTHING_MATCHED;
    }
    return targets.stream().allMatch(TargetReport::isDelivered)
        ? ExitStatus.DONE
        : ExitStatus.FAILED;
  }

  private void print(ChannelsReport report, long pid) {
    if (report.channels().isEmpty()) {
      console.line("Process " + pid + " has no channels and sends no notifications.");
      return;
    }
    Table table =
        new Table(
            Column.text("ID"),
            Column.text("CHANNEL"),
            Column.text("TAGS"),
            Column.text("HEALTH"),
            Column.text("FROM"));
    for (ChannelReport channel : report.channels()) {
      table.add(
          new Cell(channel.id(), Style.NAME),
          Cell.of(channel.url()),
          Cell.of(String.join(",", channel.tags())),
          ChannelTable.health(channel),
          Cell.of(channel.origin()));
    }
    table.print(console);
    ChannelTable troubles = new ChannelTable(console);
    report.channels().forEach(troubles::showTrouble);
  }
}
