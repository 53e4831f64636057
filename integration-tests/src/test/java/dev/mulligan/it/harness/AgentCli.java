package dev.mulligan.it.harness;

import java.nio.file.Path;

/** The command line: {@code java -jar mulligan-agent.jar …}. */
public record AgentCli(Jdk jdk, Path jar) {

  public static AgentCli on(Jdk jdk) {
    return new AgentCli(jdk, AgentJar.path());
  }

  public Finished run(String... arguments) {
    return command(arguments).run();
  }

  public ChildJvm command(String... arguments) {
    return ChildJvm.of(jdk, Program.jar(jar)).arguments(arguments);
  }
}
