package dev.mulligan.it.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The JDK's {@code jcmd}, asked about a child JVM. */
public record JvmCommand(Jdk jdk, RunningJvm running) {

  /** Instances of the class after a garbage collection. */
  public long instances(String className) {
    return run("GC.class_histogram").stream()
        .map(line -> line.strip().split("\\s+", -1))
        .filter(words -> words.length > 3 && words[3].equals(className))
        .mapToLong(words -> Long.parseLong(words[1]))
        .sum();
  }

  /** Names of the Java threads, as thread dumps show them. */
  public List<String> threads() {
    return run("Thread.print").stream()
        .filter(line -> line.startsWith("\""))
        .map(line -> line.substring(1, line.indexOf('"', 1)))
        .toList();
  }

  private List<String> run(String command) {
    try {
      Process process =
          new ProcessBuilder(jdk.tool("jcmd").toString(), String.valueOf(running.pid()), command)
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
      return said.lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
