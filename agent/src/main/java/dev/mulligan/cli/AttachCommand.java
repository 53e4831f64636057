package dev.mulligan.cli;

import dev.mulligan.attach.AttachFailure;
import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.attach.talk.ProcessRequest;
import dev.mulligan.attach.talk.Strictness;
import dev.mulligan.cli.console.Console;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "attach",
    description = {
      "Attaches the agent to a running process.",
      "The agent weaves retries into every method that the rules match, also in classes that"
          + " are already loaded. If the agent already runs there, it switches to the new rules."
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
  private final CommandOrigin origin;

  @Mixin private ProcessOptions process = new ProcessOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(index = "1", paramLabel = "RULES", description = "The rule file.")
  private Path rules = Path.of("");

  @Option(
      names = "--strict",
      description =
          "All or nothing: change nothing when a rule matches no loaded method, or a matched"
              + " method cannot be woven.")
  private boolean strict;

  AttachCommand(Console console, CommandOrigin origin) {
    this.console = console;
    this.origin = origin;
  }

  @Override
  public Integer call() throws AttachFailure {
    Path file = rules.toAbsolutePath().normalize();
    long pid = process.pid(origin);
    ProcessRequest request =
        ProcessRequest.attach(pid, file, strict ? Strictness.STRICT : Strictness.LENIENT);
    return new RuleChange(console, output.format())
        .run(request, process.attacher(console, origin), "Attached to");
  }
}
