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
    description = "Shows the agent's rules, methods, counts and channels in a process.",
    footer = {
      "",
      "The counts cover calls whose first attempt failed. Calls that succeed at once are not"
          + " counted.",
      "",
      "Examples:",
      "  java -jar mulligan-agent.jar status 4711",
      "  java -jar mulligan-agent.jar status orders.jar --all",
      "  java -jar mulligan-agent.jar status 4711 --json | jq '.agent.rules[].name'"
    })
final class StatusCommand implements Callable<Integer> {

  private final Console console;
  private final CommandOrigin origin;

  @Mixin private ProcessOptions process = new ProcessOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(names = "--all", description = "List every method, however many there are.")
  private boolean all;

  StatusCommand(Console console, CommandOrigin origin) {
    this.console = console;
    this.origin = origin;
  }

  @Override
  public Integer call() throws AttachFailure {
    long pid = process.pid(origin);
    Reply reply = process.attacher(console, origin).ask(ProcessRequest.status(pid));
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
