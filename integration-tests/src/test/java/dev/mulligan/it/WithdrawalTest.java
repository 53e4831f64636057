package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RunningJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A request is done or undone, never both; and a process tells how far it is. */
class WithdrawalTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  /** The exit status of a process that SIGINT ends. */
  private static final int INTERRUPTED = 130;

  @TempDir Path folder;
  private Path one;
  private Path all;

  @BeforeEach
  void writeRules() {
    one = Service.rule(folder, "one", "many.C1.work0(..)", 3, "1ms");
    all = Service.rule(folder, "all", ManyMethods.ALL, 3, "1ms");
  }

  @OnEachJdk
  void aCommandDuringAChangeIsAnsweredAndTheStatusTellsTheProgress(Jdk jdk) {
    try (RunningJvm process = ManyMethods.on(jdk)) {
      run(jdk, process, "attach", one).assertStatus().isZero();
      String round = process.ask("stall 60");
      try (RunningJvm reload = command(jdk, process, "reload", all).start()) {
        process.awaitOut("stalled in " + round);

        Finished status = run(jdk, process, "status");
        status.assertStatus().isZero();
        status
            .assertOut()
            .anyMatch(
                line -> line.matches("In progress .* reload .*all/rules.yaml: .* of 182 classes.*"))
            .anyMatch(line -> line.contains("in force now"));
        run(jdk, process, "status", "--json")
            .assertOut()
            .anyMatch(line -> line.contains("\"phase\": \"weaving\""));
        for (Finished second :
            List.of(run(jdk, process, "detach"), run(jdk, process, "attach", one))) {
          second.assertStatus().isEqualTo(1);
          second
              .assertErr()
              .anyMatch(line -> line.contains("busy with another request; nothing was changed"))
              .anyMatch(line -> line.contains("'reload ") && line.contains("of 182 classes"));
        }

        process.ask("go");
        Finished done = reload.awaitEnd(LONG);
        done.assertStatus().isZero();
        done.assertOut().anyMatch(line -> line.contains(ManyMethods.METHODS + " methods woven"));
      }
      run(jdk, process, "status").assertOut().noneMatch(line -> line.contains("In progress"));
      run(jdk, process, "detach")
          .assertOut()
          .anyMatch(line -> line.contains(ManyMethods.METHODS + " methods in 182 classes"));
    }
  }

  /** The target's other agent holds the retransformation up until the command has given up. */
  @OnEachJdk
  void aTimeOutCountsFromTheLastProgressAndUndoesWhatWasBegun(Jdk jdk) throws Exception {
    try (RunningJvm process = ManyMethods.on(jdk)) {
      run(jdk, process, "attach", one).assertStatus().isZero();
      process.ask("stall 60");

      Finished reload = run(jdk, process, "reload", all, "--timeout", "4");

      reload.assertStatus().isEqualTo(1);
      reload
          .assertErr()
          .anyMatch(line -> line.contains("made no progress within 4 s"))
          .anyMatch(line -> line.contains("withdrawn; the process undoes"));
      run(jdk, process, "status").assertOut().anyMatch(line -> line.contains("In progress"));
      process.ask("go");
      awaitNoChange(jdk, process);
      followsTheFirstRules(jdk, process);

      // 182 classes at 40 ms each take longer than the limit, and never pause for so long.
      process.ask("delay 40");
      run(jdk, process, "reload", all, "--timeout", "4").assertStatus().isZero();
      assertThat(process.ask("call 182")).isEqualTo("retried");
      process.ask("go");

      run(jdk, process, "detach").assertStatus().isZero();
      assertThat(process.ask("call 1")).isEqualTo("failed");
      process.assertErr().noneMatch(line -> line.contains("[mulligan] WARNING"));
    }
  }

  @OnEachJdk
  void ctrlCUndoesWhatWasBegun(Jdk jdk) throws Exception {
    try (RunningJvm process = ManyMethods.on(jdk)) {
      interrupted(jdk, process, "attach", all)
          .assertErr()
          .containsExactly("The request is withdrawn; what had been changed is undone.");
      run(jdk, process, "status")
          .assertErr()
          .anyMatch(line -> line.contains("No agent runs in process"));
      assertThat(process.ask("call 1")).isEqualTo("failed");
      assertThat(process.ask("call 182")).isEqualTo("failed");

      process.ask("go");
      run(jdk, process, "attach", one).assertStatus().isZero();
      interrupted(jdk, process, "reload", all)
          .assertErr()
          .containsExactly("The request is withdrawn; what had been changed is undone.");
      followsTheFirstRules(jdk, process);

      process.ask("go");
      run(jdk, process, "reload", all).assertStatus().isZero();
      interrupted(jdk, process, "detach")
          .assertErr()
          .containsExactly("The request is withdrawn; what had been changed is undone.");
      for (int type = 1; type <= ManyMethods.CLASSES; type += 20) {
        assertThat(process.ask("call " + type)).isEqualTo("retried");
      }
      process.ask("go");
      run(jdk, process, "detach").assertStatus().isZero();
      process.assertErr().noneMatch(line -> line.contains("[mulligan] WARNING"));
    }
  }

  /** Interrupts the command once the process has rewritten some of its classes. */
  private static Finished interrupted(Jdk jdk, RunningJvm process, String command, Object... more)
      throws Exception {
    String round = process.ask("delay 30");
    // Whoever starts these tests in the background lets their children ignore this signal.
    ChildJvm interruptible =
        command(jdk, process, command, more).startedBy("/usr/bin/env", "--default-signal=INT");
    try (RunningJvm running = interruptible.start()) {
      process.awaitOut("passed 40 in " + round);
      String pid = String.valueOf(running.pid());
      assertThat(new ProcessBuilder("kill", "-INT", pid).start().waitFor()).isZero();
      Finished finished = running.awaitEnd(LONG);
      finished.assertStatus().isEqualTo(INTERRUPTED);
      return finished;
    }
  }

  private void followsTheFirstRules(Jdk jdk, RunningJvm process) {
    Finished status = run(jdk, process, "status", "--all");
    status.assertOut().anyMatch(line -> line.endsWith("one/rules.yaml"));
    assertThat(status.out().stream().filter(line -> line.contains("many.C")).toList())
        .singleElement()
        .asString()
        .contains("many.C1.work0");
    assertThat(process.ask("call 1")).isEqualTo("retried");
    for (int type = 2; type <= ManyMethods.CLASSES; type += 20) {
      assertThat(process.ask("call " + type)).isEqualTo("failed");
    }
  }

  private static void awaitNoChange(Jdk jdk, RunningJvm process) throws InterruptedException {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (run(jdk, process, "status").out().stream().anyMatch(line -> line.contains("In progress"))
        && System.nanoTime() < deadline) {
      Thread.sleep(100);
    }
  }

  private static Finished run(Jdk jdk, RunningJvm process, String command, Object... more) {
    return command(jdk, process, command, more).run();
  }

  private static ChildJvm command(Jdk jdk, RunningJvm process, String command, Object... more) {
    List<String> arguments = new ArrayList<>(List.of(command, String.valueOf(process.pid())));
    for (Object argument : more) {
      arguments.add(argument.toString());
    }
    return AgentCli.on(jdk).command(arguments.toArray(String[]::new));
  }
}
