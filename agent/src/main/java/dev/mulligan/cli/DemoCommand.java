package dev.mulligan.cli;

import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.console.Format;
import dev.mulligan.cli.demo.Demonstration;
import dev.mulligan.cli.demo.Demonstration.Outcome;
import dev.mulligan.cli.page.DemoPage;
import dev.mulligan.cli.page.ExitStatus;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "demo",
    description = {
      "Demonstrates the agent in five seconds.",
      "This process runs a flaky service and a webhook; a second process runs an unchanged"
          + " program with the agent. All connections use the loopback address."
    },
    footer = {
      "",
      "Examples:",
      "  java -jar mulligan-agent.jar demo",
      "  java -jar mulligan-agent.jar demo --json"
    })
final class DemoCommand implements Callable<Integer> {

  private final Console console;
  private final CommandOrigin origin;

  @Mixin private OutputOptions output = new OutputOptions();

  DemoCommand(Console console, CommandOrigin origin) {
    this.console = console;
    this.origin = origin;
  }

  @Override
  public Integer call() throws CommandFailure, IOException, InterruptedException {
    checkHttpServer();
    Outcome outcome = output.format() == Format.JSON ? runForPrograms() : runForPeople();
    return outcome.succeeded() ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  private Outcome runForPeople() throws IOException, InterruptedException {
    DemoPage page = new DemoPage(console);
    page.begin();
    Outcome outcome = new Demonstration(origin.jar(), javaCommand(), page::show).run();
    page.end(outcome);
    return outcome;
  }

  private Outcome runForPrograms() throws IOException, InterruptedException {
    Outcome outcome = new Demonstration(origin.jar(), javaCommand(), event -> {}).run();
    console.json(outcome);
    return outcome;
  }

  private static String javaCommand() {
    return ProcessHandle.current().info().command().orElse("java");
  }

  private static void checkHttpServer() throws CommandFailure {
    if (ModuleLayer.boot().findModule("jdk.httpserver").isEmpty()) {
      throw new CommandFailure(
          ExitStatus.FAILED,
          "The Java that runs this command ("
              + System.getProperty("java.home")
              + ") has no module jdk.httpserver, which the flaky service needs.",
          "Run the demonstration with a full JDK 17 or newer.");
    }
  }
}
