package dev.mulligan.it;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.RunningJvm;
import java.nio.file.Path;

/**
 * The application {@code guarded}, which runs scenarios by name and answers with their outcomes.
 */
final class Guarded {

  static final Path RULES = Path.of("src/test/resources/guarded.yaml").toAbsolutePath();

  private Guarded() {}

  static RunningJvm start(Jdk jdk) {
    return ready(program(jdk).rules(RULES));
  }

  static RunningJvm startWithoutAgent(Jdk jdk) {
    return ready(program(jdk));
  }

  /** What became of one scenario, in a JVM of its own. */
  static String outcome(Jdk jdk, String scenario) {
    try (RunningJvm running = start(jdk)) {
      return running.ask(scenario);
    }
  }

  /** What {@code check} says of the rules. */
  static Finished check(Jdk jdk, String... arguments) {
    String[] all = new String[arguments.length + 4];
    all[0] = "check";
    all[1] = RULES.toString();
    all[2] = "--classpath";
    all[3] = App.named("guarded").jar().toString();
    System.arraycopy(arguments, 0, all, 4, arguments.length);
    return AgentCli.on(jdk).run(all);
  }

  static Finished status(Jdk jdk, RunningJvm running) {
    return AgentCli.on(jdk).run("status", String.valueOf(running.pid()));
  }

  private static ChildJvm program(Jdk jdk) {
    return ChildJvm.of(jdk, App.named("guarded").main("guarded.Main"));
  }

  private static RunningJvm ready(ChildJvm child) {
    RunningJvm running = child.start();
    running.awaitOut("ready");
    return running;
  }
}
