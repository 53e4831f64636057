package dev.mulligan.cli;

import dev.mulligan.attach.AttachFailure;
import dev.mulligan.attach.Attacher;
import dev.mulligan.attach.Targets;
import dev.mulligan.attach.process.JavaProcesses;
import dev.mulligan.attach.process.WaitLimit;
import dev.mulligan.attach.talk.CommandOrigin;
import dev.mulligan.cli.console.Console;
import dev.mulligan.cli.page.ProgressPage;
import java.time.Duration;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that name the target process and limit the time for its answer. */
final class ProcessOptions {

  private static final Duration NOTICE = Duration.ofSeconds(3);
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(5);

  @Parameters(
      index = "0",
      paramLabel = "PID|NAME",
      description = "The process: its number (pid), main class or jar.")
  private String process = "";

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "The time limit for the answer of the process, or since its last progress. Default:"
              + " ${DEFAULT-VALUE}.")
  private int timeout;

  private final long start = System.nanoTime();

  /**
   * @throws AttachFailure when no process, or more than one, has this name
   */
  long pid(CommandOrigin origin) throws AttachFailure {
    return new Targets(origin)
        .find(process, () -> new JavaProcesses().all(shorter(LOOK_LIMIT, left())));
  }

  private Duration left() {
    Duration left = Duration.ofSeconds(Math.max(1, timeout)).minusNanos(System.nanoTime() - start);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  Attacher attacher(Console console, CommandOrigin origin) {
    Duration limit = Duration.ofSeconds(Math.max(1, timeout));
    Duration spent = limit.minus(left());
    return new Attacher(
        origin, new WaitLimit(limit, NOTICE, new ProgressPage(console, process), spent));
  }
}
