package dev.mulligan.it;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.Program;
import dev.mulligan.it.harness.RuleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A method without a result does not count as having returned null. */
class VoidResultsTest {

  private static final String SOURCE =
      """
      package voids;

      import java.util.concurrent.CompletableFuture;

      public class Main {
        private static int calls;

        public static void main(String[] args) throws Exception {
          store();
          told("store");
          storeLater().get();
          told("storeLater");
          stored().get();
          told("stored");
          storeBoxed();
          told("storeBoxed");
          find().get();
          told("find");
        }

        private static void told(String name) {
          System.out.println(name + " " + calls);
          calls = 0;
        }

        static void store() {
          calls++;
        }

        static CompletableFuture<Void> storeLater() {
          calls++;
          return CompletableFuture.runAsync(() -> {});
        }

        static CompletableFuture<Void> stored() {
          calls++;
          return CompletableFuture.completedFuture(null);
        }

        static Void storeBoxed() {
          calls++;
          return null;
        }

        static CompletableFuture<String> find() {
          calls++;
          return CompletableFuture.completedFuture(null);
        }
      }
      """;

  @TempDir static Path sources;

  private static Program program;

  @BeforeAll
  static void compile() throws IOException {
    Files.writeString(sources.resolve("Main.java"), SOURCE);
    program = App.compiled("voids", sources).main("voids.Main");
  }

  @OnEachJdk
  void anAttemptWithoutAResultIsNotRepeatedForNull(Jdk jdk, @TempDir Path folder) {
    Path rules =
        RuleFile.in(
            folder,
            """
            version: 1
            rules:
              - name: found
                match: ["voids.Main.store*(..)", "voids.Main.find()"]
                strategy:
                  max-attempts: 3
                  retry-on-result: {is: null}
                  backoff: {type: fixed, initial: 1ms, jitter: none}
                  on-failure: {notify: false}
            """);
    Finished finished = ChildJvm.of(jdk, program).rules(rules).run();
    finished.assertStatus().isZero();
    finished
        .assertOut()
        .containsExactly("store 1", "storeLater 1", "stored 1", "storeBoxed 1", "find 3");
  }
}
