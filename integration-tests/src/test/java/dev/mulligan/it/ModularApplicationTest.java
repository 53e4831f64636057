package dev.mulligan.it;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A module that reads java.base only, and exports and opens nothing. */
class ModularApplicationTest {

  private static final Program PROGRAM =
      Program.module("shop/shop.internal.Main", App.named("modular").classPath());

  @OnEachJdk
  void retriesAMethodOfAClosedModule(Jdk jdk, @TempDir Path folder) {
    ChildJvm.of(jdk, PROGRAM)
        .rules(QuickRules.matching(folder, "shop.internal.Orders.place()"))
        .run()
        .assertOut()
        .containsExactly("module shop: attempt 3");
  }

  @OnEachJdk
  void theSameProgramFailsWithoutTheAgent(Jdk jdk) {
    ChildJvm.of(jdk, PROGRAM)
        .run()
        .assertOut()
        .containsExactly("module shop: java.io.IOException: failure 1");
  }
}
