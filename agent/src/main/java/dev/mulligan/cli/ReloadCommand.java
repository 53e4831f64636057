package dev.mulligan.cli;

import dev.mulligan.attach.AgentReport;
import dev.mulligan.attach.Asker;
import dev.mulligan.attach.AttachFailure;
import dev.mulligan.attach.Errand;
import dev.mulligan.attach.Problem;
import dev.mulligan.attach.Reply;
import dev.mulligan.attach.RulesForTarget;
import dev.mulligan.cli.console.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "reload",
    description = {
      "Gives the agent in a process another rule file, or reads the one in use again.",
      "Only classes whose rules changed are rewritten. A broken rule file changes nothing."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar mulligan-agent.jar reload 4711",
      "  java -jar mulligan-agent.jar reload 4711 new-rules.yaml"
    })
final class ReloadCommand implements Callable<Integer> {

  private final Console console;
  private final Asker asker;

  @Mixin private ProcessOptions process = new ProcessOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RULES",
      description = "The rule file. Without it the one in use is read again.")
  private @Nullable Path rules;

  ReloadCommand(Console console, Asker asker) {
    this.console = console;
    this.asker = asker;
  }

  @Override
  public Integer call() throws AttachFailure {
    Optional<Path> file = Optional.ofNullable(rules).map(path -> path.toAbsolutePath().normalize());
    long pid = process.pid(asker);
    ReplyPage page = new ReplyPage(console, output.format());
    if (file.isPresent()) {
      List<Problem> mistakes = RulesForTarget.mistakes(file.get(), pid);
      if (!mistakes.isEmpty()) {
        return page.showMistakes(file.get(), mistakes);
      }
    }
    Reply reply = process.attacher(console, asker).ask(Errand.reload(pid, file));
    if (!page.isDone(reply)) {
      return page.showUndone(reply);
    }
    page.show(reply, report -> new WovenPage(console).show("New rules in", pid, report));
    return reply.agent().map(AgentReport::methods).orElse(0) == 0
        ? ExitStatus.NOTHING_MATCHED
        : ExitStatus.DONE;
  }
}
