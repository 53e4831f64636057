package dev.mulligan.it;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The agent refuses a method that is too long for advice, reports it, and weaves the others. */
class UnweavableClassTest {

  /** Each statement is 8 bytes of a method's 65,535. */
  private static final int STATEMENTS = 8_191;

  private static final String SOURCE =
      """
      package big;

      public class Main {
        private static int attempts;

        public static void main(String[] args) throws Exception {
          System.out.println(small());
          System.out.println(huge(1));
        }

        static String small() throws java.io.IOException {
          if (++attempts < 3) {
            throw new java.io.IOException("failure " + attempts);
          }
          return "attempt " + attempts;
        }

        static int huge(int x) throws java.io.IOException {
      %s    return x;
        }
      }
      """;

  @TempDir static Path sources;

  private static Program program;

  @BeforeAll
  static void compile() throws IOException {
    String body = "    x = x * 31 + 7;\n".repeat(STATEMENTS);
    Files.writeString(sources.resolve("Main.java"), SOURCE.formatted(body));
    program = App.compiled("big", sources).main("big.Main");
  }

  @OnEachJdk
  void leavesTheHugeMethodNamesItAndRetriesTheOther(Jdk jdk, @TempDir Path folder) {
    Finished finished =
        ChildJvm.of(jdk, program).rules(QuickRules.matching(folder, "big.Main.*(..)")).run();
    finished.assertStatus().isZero();
    finished.assertOut().first().isEqualTo("attempt 3");
    finished.assertOut().hasSize(2);
    finished
        .assertErr()
        .anyMatch(line -> line.contains("big.Main.huge") && line.contains("64 KB"))
        .noneMatch(line -> line.contains("\tat "));
  }
}
