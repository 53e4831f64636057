package dev.mulligan.it;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One run on each JDK of an application that prints a line for each scenario: its name and outcome.
 */
final class Scenarios {

  private final Supplier<App> app;
  private final String name;
  private final String mainClass;
  private final Map<Jdk, Finished> runs = new ConcurrentHashMap<>();

  /**
   * @param app an application with the class {@code Main} in a package of its name, and a rule file
   *     of its name among the resources
   */
  Scenarios(String app) {
    this(app, "Main");
  }

  Scenarios(String app, String mainClass) {
    this(app, () -> App.named(app), mainClass);
  }

  /**
   * @param name of the application
   * @param app compiles it
   */
  Scenarios(String name, Supplier<App> app, String mainClass) {
    this.name = name;
    this.app = app;
    this.mainClass = mainClass;
  }

  String outcome(Jdk jdk, String scenario) {
    String prefix = scenario + ": ";
    Finished run = on(jdk);
    return run.out().stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no outcome of " + scenario + ". " + run.report()));
  }

  Finished on(Jdk jdk) {
    return runs.computeIfAbsent(jdk, this::run);
  }

  private Finished run(Jdk jdk) {
    Path rules = Path.of("src/test/resources", name + ".yaml").toAbsolutePath();
    return ChildJvm.of(jdk, app.get().main(name + "." + mainClass))
        .options("-Djava.util.concurrent.ForkJoinPool.common.parallelism=1")
        .rules(rules)
        .run();
  }
}
