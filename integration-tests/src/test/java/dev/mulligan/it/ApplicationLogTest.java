package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Where the agent's lines go in a program that has a log of its own. */
class ApplicationLogTest {

  private static final String RETRYING = "Retrying applog.Orders.place";

  @TempDir Path folder;

  @OnEachJdk
  void aReplacedSystemErrIsNotUsed(Jdk jdk) {
    try (RunningJvm program = program(jdk, "replaced").start()) {
      attach(jdk, program, "{level: info}");

      assertThat(program.ask("1")).isEqualTo("answer placed");

      program.awaitErr("[mulligan] INFO " + RETRYING);
      assertThat(program.out()).noneMatch(line -> line.contains("[mulligan]"));
    }
  }

  @OnEachJdk
  void linesGoToLogbackWithLevelAndMdc(Jdk jdk) {
    try (RunningJvm program = program(jdk, "logback").start()) {
      attach(jdk, program, "{to: application}");

      program.say("1");
      program.awaitOut("LOG INFO mulligan [1] " + RETRYING);
      program.awaitOut("answer placed");
      program.say("9");
      program.awaitOut("LOG WARN mulligan [9] ");
      program.awaitOut("answer failed");

      program.assertErr().noneMatch(line -> line.contains("mulligan] "));
      AgentCli.on(jdk).run("detach", String.valueOf(program.pid())).assertStatus().isZero();
    }
  }

  /** Before the program has loaded its library, lines go to standard error. */
  @OnEachJdk
  void atLaunchTheLibraryIsUsedOnceTheProgramUsesIt(Jdk jdk) {
    Path rules = rules("{to: application}");
    try (RunningJvm program = program(jdk, "logback").rules(rules).start()) {
      program.awaitOut("ready");
      program.say("1");
      program.awaitOut("LOG INFO mulligan [1] " + RETRYING);
      program.awaitOut("answer placed");
    }
  }

  @OnEachJdk
  void linesGoToJavaUtilLogging(Jdk jdk) {
    try (RunningJvm program = program(jdk, "jul").start()) {
      attach(jdk, program, "{to: application}");

      program.say("1");
      program.awaitOut("LOG INFO mulligan " + RETRYING);
      program.awaitOut("answer placed");
      program.say("9");
      program.awaitOut("LOG WARNING mulligan ");

      program.assertErr().noneMatch(line -> line.contains("mulligan] "));
    }
  }

  private static ChildJvm program(Jdk jdk, String log) {
    return ChildJvm.of(jdk, App.named("app-log").main("applog.Main")).arguments(log);
  }

  private void attach(Jdk jdk, RunningJvm program, String log) {
    program.awaitOut("ready");
    AgentCli.on(jdk)
        .run("attach", String.valueOf(program.pid()), rules(log).toString())
        .assertStatus()
        .isZero();
  }

  private Path rules(String log) {
    return RuleFile.in(
        folder,
        """
        version: 1
        rules:
          - name: orders
            match: "applog.Orders.place()"
            strategy:
              max-attempts: 3
              backoff: {type: fixed, initial: 1ms}
              on-failure: {notify: false}
        agent: {log: %s}
        """
            .formatted(log));
  }
}
