package dev.mulligan.cli;

import dev.mulligan.attach.process.AgentPresence;
import dev.mulligan.attach.process.JavaProcess;
import dev.mulligan.attach.process.JavaProcesses;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Format;
import dev.mulligan.cli.console.Style;
import dev.mulligan.cli.console.Table;
import dev.mulligan.cli.console.Table.Cell;
import dev.mulligan.cli.console.Table.Column;
import dev.mulligan.cli.page.ExitStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "ps",
    description = "Lists the Java processes of this user, and which have the agent.",
    footer = {
      "",
      "It reads the data that JVMs publish (hsperfdata) and attaches to no process.",
      "A JVM that publishes no data (-XX:-UsePerfData) shows ? as its version and agent.",
      "",
      "Examples:",
      "  java -jar mulligan-agent.jar ps",
      "  java -jar mulligan-agent.jar ps --json | jq '.[] | select(.agent).pid'"
    })
final class PsCommand implements Callable<Integer> {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final Console console;

  @Mixin private OutputOptions output = new OutputOptions();

  PsCommand(Console console) {
    this.console = console;
  }

  private record Entry(
      long pid, String user, String main, String java, Optional<AgentPresence> agent) {}

  @Override
  public Integer call() {
    List<Entry> entries = new JavaProcesses().all(LIMIT).stream().map(PsCommand::entry).toList();
    if (output.format() == Format.JSON) {
      console.json(entries);
    } else if (entries.isEmpty()) {
      console.line("No Java process that you can see is running.");
    } else {
      print(entries);
    }
    return ExitStatus.DONE;
  }

  private static Entry entry(JavaProcess process) {
    return new Entry(
        process.pid(), process.user(), process.main(), process.version(), process.agent());
  }

  private void print(List<Entry> entries) {
    Table table =
        new Table(
            Column.number("PID"),
            Column.text("USER"),
            Column.text("JAVA"),
            Column.text("AGENT"),
            Column.number("METHODS"),
            Column.text("MAIN CLASS OR JAR"));
    for (Entry entry : entries) {
      table.add(
          Cell.of(Long.toString(entry.pid())),
          Cell.of(known(entry.user())),
          Cell.of(known(entry.java())),
          entry
              .agent()
              .map(agent -> new Cell(agent.version(), Style.GOOD))
              .orElse(new Cell(entry.java().isEmpty() ? "?" : "-", Style.FAINT)),
          Cell.count(entry.agent().map(AgentPresence::methods).orElse(0), Style.GOOD),
          Cell.of(known(entry.main())));
    }
    table.print(console);
  }

  private static String known(String text) {
    return text.isEmpty() ? "?" : text;
  }
}
