package dev.mulligan.it;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One run of the application {@code matrix} on each JDK, with the agent and without. */
final class Matrix {

  private static final Path RULES = Path.of("src/test/resources/matrix.yaml").toAbsolutePath();
  private static final Map<Jdk, Finished> WITH = new ConcurrentHashMap<>();
  private static final Map<Jdk, Finished> WITHOUT = new ConcurrentHashMap<>();

  private Matrix() {}

  /** What the scenario printed with the agent. */
  static String outcome(Jdk jdk, String scenario) {
    return line(with(jdk), scenario);
  }

  static String outcomeWithoutAgent(Jdk jdk, String scenario) {
    return line(without(jdk), scenario);
  }

  static Finished with(Jdk jdk) {
    return WITH.computeIfAbsent(jdk, on -> program(on).rules(RULES).run());
  }

  static Finished without(Jdk jdk) {
    return WITHOUT.computeIfAbsent(jdk, on -> program(on).run());
  }

  private static ChildJvm program(Jdk jdk) {
    return ChildJvm.of(jdk, App.named("matrix").main("matrix.Main"));
  }

  private static String line(Finished run, String scenario) {
    String prefix = scenario + ": ";
    return run.out().stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no outcome of " + scenario + ". " + run.report()));
  }
}
