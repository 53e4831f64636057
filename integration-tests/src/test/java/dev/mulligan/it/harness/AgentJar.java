package dev.mulligan.it.harness;

import java.nio.file.Files;
import java.nio.file.Path;

/** The agent's jar, which is the whole product. */
public final class AgentJar {

  private AgentJar() {}

  /**
   * @throws IllegalStateException when it was not built
   */
  public static Path path() {
    String named = System.getProperty("mulligan.jar", "../agent/target/mulligan-agent.jar");
    Path jar = Path.of(named).toAbsolutePath().normalize();
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(jar + " is missing: build it with mvn package");
    }
    return jar;
  }
}
