package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.JvmCommand;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RunningJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Detaches the agent from a process while its asynchronous calls wait. */
class AsyncDetachTest {

  private static final String METHOD = "stages.Clients.waitsLong()";

  @TempDir Path folder;

  @OnEachJdk
  void detachEndsTheWaitingWithTheCallsOwnException(Jdk jdk) {
    try (RunningJvm running = attached(jdk, "10m")) {
      running.ask("call");
      running.awaitErr("Retrying ");
      cli(jdk, "detach", running);
      assertThat(running.ask("outcome")).isEqualTo("java.io.IOException: long after 1");
    }
  }

  @OnEachJdk
  void nothingOfOursStaysBehind(Jdk jdk) {
    try (RunningJvm running = attached(jdk, "20ms")) {
      running.ask("call");
      assertThat(running.ask("outcome")).isEqualTo("java.io.IOException: long after 3");
      running.ask("forget"); // a further attempt's stack trace names classes of ours
      cli(jdk, "detach", running);
      JvmCommand command = new JvmCommand(jdk, running);
      assertThat(command.instances("dev.mulligan.agent.MulliganAgent")).isZero();
      assertThat(command.threads()).noneMatch(name -> name.startsWith("mulligan"));
    }
  }

  private RunningJvm attached(Jdk jdk, String delay) {
    RunningJvm running = ChildJvm.of(jdk, App.named("stages").main("stages.Interactive")).start();
    running.awaitOut("ready");
    cli(jdk, "attach", running, Service.rule(folder, "waits", METHOD, 3, delay).toString());
    return running;
  }

  private static void cli(Jdk jdk, String command, RunningJvm running, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = command;
    arguments[1] = String.valueOf(running.pid());
    System.arraycopy(more, 0, arguments, 2, more.length);
    Finished finished = AgentCli.on(jdk).run(arguments);
    finished.assertStatus().isZero();
  }
}
