package dev.mulligan.cli;

import dev.mulligan.attach.AttachFailure;
import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.attach.talk.ProcessRequest;
import dev.mulligan.cli.console.Console;
import java.nio.file.Path;
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
  private final CommandOrigin asker;

  @Mixin private ProcessOptions process = new ProcessOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RULES",
      description = "The rule file. Without it the one in use is read again.")
  private @Nullable Path rules;

  ReloadCommand(Console console, CommandOrigin asker) {
    this.console = console;
    this.asker = asker;
  }

  @Override
  public Integer call() throws AttachFailure {
    Optional<Path> file = Optional.ofNullable(rules).map(path -> path.toAbsolutePath().normalize());
    ProcessRequest errand = ProcessRequest.reload(process.pid(asker), file);
    return new RuleChange(console, output.format())
        .run(errand, process.attacher(console, asker), "New rules in");
  }
}
