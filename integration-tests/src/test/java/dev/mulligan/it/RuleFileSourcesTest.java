package dev.mulligan.it;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The ways to give the rule file at launch. */
class RuleFileSourcesTest {

  @TempDir Path folder;

  @OnEachJdk
  void asTheAgentsArgument(Jdk jdk) {
    retries(orders(jdk).rules(rules()));
  }

  @OnEachJdk
  void asANamedArgument(Jdk jdk) {
    retries(orders(jdk).agent("rules=" + rules() + ",log-level=debug"));
  }

  @OnEachJdk
  void asAVariableOfTheEnvironment(Jdk jdk) {
    retries(orders(jdk).environment("MULLIGAN_RULES", rules().toString()).agent());
  }

  @OnEachJdk
  void asAFileInTheWorkingDirectory(Jdk jdk) throws IOException {
    Files.copy(rules(), folder.resolve("mulligan.yaml"));
    retries(orders(jdk).in(folder).agent());
  }

  private Path rules() {
    return QuickRules.matching(folder, "shop.internal.Orders.place()");
  }

  private static void retries(ChildJvm child) {
    child.run().assertOut().singleElement().asString().endsWith(": attempt 3");
  }

  private static ChildJvm orders(Jdk jdk) {
    return ChildJvm.of(jdk, App.named("modular").main("shop.internal.Main"));
  }
}
