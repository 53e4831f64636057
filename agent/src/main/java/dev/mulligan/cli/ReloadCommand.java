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
      "Makes the agent read another rule file, or its current one again.",
      "It rewrites only classes whose rules changed. A rule file with mistakes changes nothing."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar mulligan-agent.jar reload 4711",
      "  java -jar mulligan-agent.jar reload 4711 new-rules.yaml"
    })
final class ReloadCommand implements Callable<Integer> {

  private final Console console;
  private final CommandOrigin origin;

  @Mixin private ProcessOptions process = new ProcessOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RULES",
      description = "The rule file. Without it, the agent reads its current rule file again.")
  private @Nullable Path rules;

  ReloadCommand(Console console, CommandOrigin origin) {
    this.console = console;
    this.origin = origin;
  }

  @Override
  public Integer call() throws AttachFailure {
    Optional<Path> file = Optional.ofNullable(rules).map(path -> path.toAbsolutePath().normalize());
    ProcessRequest request = ProcessRequest.reload(process.pid(origin), file);
    return new RuleChange(console, output.format())
        .run(request, process.attacher(console, origin), "New rules in");
  }
}
