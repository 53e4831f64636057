package dev.mulligan.cli;

import dev.mulligan.attach.AttachFailure;
import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.attach.talk.ProcessRequest;
import dev.mulligan.attach.talk.Reply;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.page.ExitStatus;
import dev.mulligan.cli.page.ReplyPage;
import dev.mulligan.cli.page.StatusPage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "status",
    description = "Shows what the agent does in a process: its rules, methods, counts, channels.",
    footer = {
      "",
      "Counted are calls whose first attempt failed; calls that went well cost nothing and leave"
          + " no trace.",
      "",
      "Examples:",
      "  java -jar mulligan-agent.jar status 4711",
      "  java -jar mulligan-agent.jar status orders.jar --all",
      "  java -jar mulligan-agent.jar status 4711 --json | jq '.agent.rules[].name'"
    })
final class StatusCommand implements Callable<Integer> {

  private final Console console;
  private final CommandOrigin asker;

  @Mixin private ProcessOptions process = new ProcessOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--all", description = "List every method, however many there are.")
  private boolean all;

  StatusCommand(Console console, CommandOrigin asker) {
    this.console = console;
    this.asker = asker;
  }

  @Override
  public Integer call() throws AttachFailure {
    long pid = process.pid(asker);
    Reply reply = process.attacher(console, asker).ask(ProcessRequest.status(pid));
    ReplyPage page = new ReplyPage(console, output.format());
    if (!page.isDone(reply)) {
      return page.showUndone(reply);
    }
    page.show(
        reply,
        report ->
            new StatusPage(console, all ? Integer.MAX_VALUE : StatusPage.SHOWN).show(pid, report));
    return ExitStatus.DONE;
  }
}
