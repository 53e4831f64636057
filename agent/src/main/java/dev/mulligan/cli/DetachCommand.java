package dev.mulligan.cli;

import dev.mulligan.attach.AttachFailure;
import dev.mulligan.attach.report.DetachReport;
import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.attach.talk.ProcessRequest;
import dev.mulligan.attach.talk.Reply;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Format;
import dev.mulligan.cli.console.Style;
import dev.mulligan.cli.page.ExitStatus;
import dev.mulligan.cli.page.FailurePage;
import dev.mulligan.cli.page.ReplyPage;
import dev.mulligan.text.Phrases;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "detach",
    description = {
      "Detaches the agent and restores the original bytecode of every class.",
      "Calls that are retrying finish under their rules; queued notifications are sent."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar mulligan-agent.jar detach 4711",
      "  java -jar mulligan-agent.jar detach orders.jar --json"
    })
final class DetachCommand implements Callable<Integer> {

  private final Console console;
  private final CommandOrigin origin;

  @Mixin private ProcessOptions process = new ProcessOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  DetachCommand(Console console, CommandOrigin origin) {
    this.console = console;
    this.origin = origin;
  }

  @Override
  public Integer call() throws AttachFailure {
    long pid = process.pid(origin);
    Reply reply = process.attacher(console, origin).ask(ProcessRequest.detach(pid));
    ReplyPage page = new ReplyPage(console, output.format());
    if (!page.isDone(reply)) {
      return page.showUndone(reply);
    }
    if (output.format() == Format.JSON) {
      console.json(reply);
    } else {
      reply.detached().ifPresent(report -> show(pid, report));
    }
    return ExitStatus.DONE;
  }

  private void show(long pid, DetachReport report) {
    console.line(
        console.styled(Style.GOOD, "Detached from process " + pid + ": ")
            + Phrases.count(report.methods(), "method")
            + " in "
            + Phrases.count(report.classes(), "class", "classes")
            + " restored to the original bytecode.");
    if (report.callsInFlight() > 0) {
      console.line(
          Phrases.count(report.callsInFlight(), "call")
              + " still retrying: each finishes under its rule.");
    }
    if (report.notificationsLeft() > 0) {
      console.warning(
          Phrases.count(report.notificationsLeft(), "notification") + " could not be sent.");
    }
    new FailurePage(console).show(report.problems());
  }
}
