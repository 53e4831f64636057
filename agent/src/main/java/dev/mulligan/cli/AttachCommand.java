package dev.mulligan.cli;

import dev.mulligan.attach.AgentReport;
import dev.mulligan.attach.Asker;
import dev.mulligan.attach.AttachFailure;
import dev.mulligan.attach.Errand;
import dev.mulligan.attach.Problem;
import dev.mulligan.attach.Reply;
import dev.mulligan.attach.RulesForTarget;
import dev.mulligan.attach.Strictness;
import dev.mulligan.cli.console.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "attach",
    description = {
      "Puts the agent into a running process.",
      "From then on the methods that the rules match retry, those of classes that are already"
          + " loaded too. A process that has the agent takes the new rules."
    },
    footer = {
      "",
      "From Java 21 on the process prints a warning that an agent was loaded dynamically, unless"
          + " it was started with -XX:+EnableDynamicAgentLoading.",
      "",
      "Examples:",
      "  java -jar mulligan-agent.jar attach 4711 rules.yaml",
      "  java -jar mulligan-agent.jar attach orders.jar rules.yaml --strict",
      "  java -jar mulligan-agent.jar attach com.acme.Main rules.yaml --json"
    })
final class AttachCommand implements Callable<Integer> {

  private final Console console;
  private final Asker asker;

  @Mixin private ProcessOptions process = new ProcessOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(index = "1", paramLabel = "RULES", description = "The rule file.")
  private Path rules = Path.of("");

  @Option(
      names = "--strict",
      description =
          "All or nothing: leave the process alone when a rule matches no loaded method, or a"
              + " matched method cannot be woven.")
  private boolean strict;

  AttachCommand(Console console, Asker asker) {
    this.console = console;
    this.asker = asker;
  }

  @Override
  public Integer call() throws AttachFailure {
    Path file = rules.toAbsolutePath().normalize();
    long pid = process.pid(asker);
    ReplyPage page = new ReplyPage(console, output.format());
    List<Problem> mistakes = RulesForTarget.mistakes(file, pid);
    if (!mistakes.isEmpty()) {
      return page.showMistakes(file, mistakes);
    }
    Reply reply =
        process
            .attacher(console, asker)
            .ask(Errand.attach(pid, file, strict ? Strictness.STRICT : Strictness.LENIENT));
    if (!page.isDone(reply)) {
      return page.showUndone(reply);
    }
    page.show(reply, report -> new WovenPage(console).show("Attached to", pid, report));
    return reply.agent().map(AgentReport::methods).orElse(0) == 0
        ? ExitStatus.NOTHING_MATCHED
        : ExitStatus.DONE;
  }
}
