package dev.mulligan.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The root command of picocli, with the general help and the version. */
@Command(
    name = "mulligan-agent.jar",
    customSynopsis = {
      "java -jar mulligan-agent.jar COMMAND [--help]",
      "       java -javaagent:mulligan-agent.jar=RULES.yaml -jar app.jar"
    },
    description = "%nA second chance for Java methods, without changing them.%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Begin with:",
      "  java -jar mulligan-agent.jar demo",
      "  java -jar mulligan-agent.jar init",
      "",
      "Exit status: 0 done, 1 failed, 2 wrong usage or bad rule file, 3 no match."
    })
final class RootCommand {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the versions of the agent and of Java.")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean version;
}
