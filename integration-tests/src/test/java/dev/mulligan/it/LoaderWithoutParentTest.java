package dev.mulligan.it;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A program whose class loader sees neither the class path nor the platform's modules. */
class LoaderWithoutParentTest {

  private static final Program PROGRAM = App.named("no-parent").main("launcher.Main");

  @OnEachJdk
  void retriesAMethodThatSeesOnlyTheJdksCore(Jdk jdk, @TempDir Path folder) {
    ChildJvm.of(jdk, PROGRAM)
        .rules(QuickRules.matching(folder, "isolated.Program.place()"))
        .run()
        .assertOut()
        .containsExactly("parent null: attempt 3");
  }

  @OnEachJdk
  void theSameProgramFailsWithoutTheAgent(Jdk jdk) {
    ChildJvm.of(jdk, PROGRAM)
        .run()
        .assertOut()
        .containsExactly("parent null: java.io.IOException: failure 1");
  }
}
