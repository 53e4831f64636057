package dev.mulligan.cli;

import dev.mulligan.attach.AttachFailure;
import dev.mulligan.attach.Attacher;
import dev.mulligan.attach.report.AgentReport;
import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.attach.talk.ProcessRequest;
import dev.mulligan.attach.talk.Reply;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Format;
import dev.mulligan.cli.console.Keyboard;
import dev.mulligan.cli.page.ExitStatus;
import dev.mulligan.cli.page.ReplyPage;
import dev.mulligan.cli.page.TopPage;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "top",
    description = {
      "Shows the retried methods, the busiest first, updated every second.",
      "Press q or Ctrl-C to end it. If the output is not a terminal, it prints one table."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar mulligan-agent.jar top 4711",
      "  java -jar mulligan-agent.jar top orders.jar > now.txt",
      "  java -jar mulligan-agent.jar top 4711 --json | jq '.agent.rules[].methods'"
    })
final class TopCommand implements Callable<Integer> {

  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Console console;
  private final CommandOrigin origin;

  @Mixin private ProcessOptions process = new ProcessOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  TopCommand(Console console, CommandOrigin origin) {
    this.console = console;
    this.origin = origin;
  }

  @Override
  public Integer call() throws AttachFailure, IOException, InterruptedException {
    long pid = process.pid(origin);
    Attacher attacher = process.attacher(console, origin);
    ReplyPage page = new ReplyPage(console, output.format());
    Reply reply = attacher.ask(ProcessRequest.status(pid));
    if (!page.isDone(reply) || reply.agent().isEmpty()) {
      return page.showUndone(reply);
    }
    TopPage top = new TopPage(console, pid);
    if (output.format() == Format.JSON || !console.isWatched()) {
      page.show(reply, top::once);
      return ExitStatus.DONE;
    }
    return watch(reply.agent().get(), attacher, top, pid);
  }

  private int watch(AgentReport first, Attacher attacher, TopPage top, long pid)
      throws AttachFailure, IOException, InterruptedException {
    AgentReport report = first;
    long time = System.nanoTime();
    try (Keyboard keyboard = Keyboard.open()) {
      while (true) {
        top.refresh(report, time, keyboard.rows());
        if (keyboard.awaitsQuit(PERIOD)) {
          return ExitStatus.DONE;
        }
        Reply reply = attacher.ask(ProcessRequest.status(pid));
        time = System.nanoTime();
        if (reply.agent().isEmpty()) {
          return new ReplyPage(console, Format.TEXT).showUndone(reply);
        }
        report = reply.agent().get();
      }
    }
  }
}
