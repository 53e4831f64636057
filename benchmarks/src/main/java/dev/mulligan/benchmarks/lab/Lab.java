package dev.mulligan.benchmarks.lab;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The locations of the jars and of the work folder.
 *
 * @param benchmarks the jar of this program
 * @param mulligan the agent's jar, as released
 * @param byteman the jar of the agent compared with
 * @param work a folder for rule files, small jars and logs
 */
public record Lab(
    Path benchmarks, Path mulligan, Path byteman, Path work, List<Jdk> jdks, Effort effort) {

  /**
   * @throws IOException when a jar is missing
   */
  public static Lab around(Class<?> program, List<Jdk> jdks, Effort effort) throws IOException {
    Path jar = jarOf(program);
    Path target = jar.resolveSibling(".").normalize();
    Path work = Files.createDirectories(target.resolve("work"));
    return new Lab(
        jar,
        existing(target.resolve("lib/mulligan-agent.jar")),
        existing(target.resolve("lib/byteman.jar")),
        work,
        List.copyOf(jdks),
        effort);
  }

  private static Path jarOf(Class<?> program) throws IOException {
    try {
      return Path.of(program.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static Path existing(Path jar) throws IOException {
    if (!Files.exists(jar)) {
      throw new IOException(jar + " is missing: build with mvn -DskipTests package");
    }
    return jar;
  }

  public void say(String progress) {
    System.err.println(progress);
  }
}
