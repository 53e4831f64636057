package dev.mulligan.cli;

import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Format;
import dev.mulligan.cli.console.Style;
import dev.mulligan.cli.page.ExitStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "init",
    description = "Writes a commented rule file as a starting point.",
    footer = {
      "",
      "Examples:",
      "  java -jar mulligan-agent.jar init",
      "  java -jar mulligan-agent.jar init config/rules.yaml"
    })
final class InitCommand implements Callable<Integer> {

  private static final String STARTER = "dev/mulligan/rules/starter.yaml";

  private final Console console;

  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = "mulligan.yaml",
      description =
          "The file to write. Default: ${DEFAULT-VALUE}, which the agent finds by itself.")
  private Path file = Path.of("");

  @Option(names = "--force", description = "Overwrite the file if it exists.")
  private boolean force;

  InitCommand(Console console) {
    this.console = console;
  }

  private record Written(String outcome, String file) {}

  @Override
  public Integer call() throws CommandFailure, IOException {
    byte[] starter = starter();
    OpenOption create = force ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW;
    try {
      Files.write(
          file, starter, create, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailure(
          ExitStatus.FAILED,
          "The file " + file + " exists already; it was not changed.",
          "Write to another file, or overwrite it with --force.");
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.FAILED,
          file + " cannot be written: " + e,
          "Check that the folder exists and that you may write to it.");
    }
    report();
    return ExitStatus.DONE;
  }

  private void report() {
    if (output.format() == Format.JSON) {
      console.json(new Written("done", file.toString()));
      return;
    }
    console.line(console.styled(Style.GOOD, "Wrote " + file + "."));
    console.line("Enter your methods, then check what the rules match:");
    console.line("  java -jar mulligan-agent.jar check " + file + " --classpath app.jar");
  }

  private static byte[] starter() throws IOException {
    ClassLoader loader = InitCommand.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(STARTER)) {
      if (in == null) {
        throw new FileNotFoundException(STARTER + " is missing from the agent's jar");
      }
      return in.readAllBytes();
    }
  }
}
