package dev.mulligan.cli;

import dev.mulligan.attach.AttachFailure;
import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Format;
import dev.mulligan.cli.page.ExitStatus;
import dev.mulligan.cli.page.FailurePage;
import dev.mulligan.rules.source.FileNames;
import java.nio.file.InvalidPathException;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Assembles the commands, and reports the failure of a command. */
final class Program {

  private final Console console;
  private final CommandLine commandLine;

  Program(Console console, CommandOrigin origin) {
    this.console = console;
    this.commandLine =
        new CommandLine(new RootCommand())
            .addSubcommand(new DemoCommand(console, origin))
            .addSubcommand(new InitCommand(console))
            .addSubcommand(new CheckCommand(console))
            .addSubcommand(new PsCommand(console))
            .addSubcommand(new AttachCommand(console, origin))
            .addSubcommand(new StatusCommand(console, origin))
            .addSubcommand(new ReloadCommand(console, origin))
            .addSubcommand(new DetachCommand(console, origin))
            .addSubcommand(new NotifyCommand(console))
            .addSubcommand(new ChannelsCommand(console, origin))
            .addSubcommand(new TopCommand(console, origin))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, parsed))
            .setParameterExceptionHandler((misuse, arguments) -> misused(misuse))
            .setColorScheme(
                CommandLine.Help.defaultColorScheme(console.hasColours() ? Ansi.ON : Ansi.OFF))
            .setUsageHelpWidth(80)
            .setOut(console.writer());
    commandLine
        .getCommandSpec()
        .version("Mulligan " + origin.version(), "Java " + Runtime.version());
  }

  /** The names of all commands. */
  Set<String> commands() {
    return commandLine.getSubcommands().keySet();
  }

  /**
   * @return the exit status
   */
  int run(String... arguments) {
    if (arguments.length == 0) {
      commandLine.usage(console.writer());
      return ExitStatus.DONE;
    }
    return commandLine.execute(arguments);
  }

  private int failed(Exception failure, ParseResult parsed) {
    boolean json = parsed.hasSubcommand() && parsed.subcommand().hasMatchedOption("--json");
    Format format = json ? Format.JSON : Format.TEXT;
    FailurePage page = new FailurePage(console);
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof AttachFailure unreachable) {
      page.show(message, unreachable.remedies(), format);
      return ExitStatus.FAILED;
    }
    if (failure instanceof CommandFailure expected) {
      page.show(message, expected.remedies(), format);
      return expected.exitStatus();
    }
    page.showUnexpected(failure);
    return ExitStatus.FAILED;
  }

  private int misused(ParameterException misuse) {
    CommandLine command = misuse.getCommandLine();
    String message = String.valueOf(misuse.getMessage());
    String value = misuse.getValue();
    if (value != null && message.contains(InvalidPathException.class.getName())) {
      String reason = FileNames.reason(value);
      if (!reason.isEmpty()) {
        console.error(value + ": " + reason);
        return ExitStatus.WRONG_INPUT;
      }
    }
    console.error(message);
    UnmatchedArgumentException.printSuggestions(misuse, console.errorWriter());
    console.remedy("Usage and examples:");
    console.remedy(
        "  java -jar mulligan-agent.jar "
            + (command.getParent() == null ? "" : command.getCommandName() + " ")
            + "--help");
    return ExitStatus.WRONG_INPUT;
  }
}
