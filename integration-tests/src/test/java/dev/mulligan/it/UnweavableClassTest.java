package dev.mulligan.it;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.Program;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The agent refuses a method that cannot be rewritten, because of its length, its local variables
 * or a type that is missing; it reports it, and weaves the others.
 */
class UnweavableClassTest {

  /** Each statement is 8 bytes of a method's 65,535. */
  private static final int STATEMENTS = 8_191;

  /** Each takes two of a method's 65,535 places for local variables. */
  private static final int LONGS = 32_766;

  private static final String MISSING = "reactor/core/publisher/Mono";

  private static final String SOURCE =
      """
      package big;

      public class Main {
        private static int attempts;

        public static void main(String[] args) throws Exception {
          System.out.println(small());
          System.out.println(huge(1));
          System.out.println(full(2));
        }

        static reactor.core.publisher.Mono later() {
          return null;
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

        static int full(int x) throws java.io.IOException {
      %s    return x;
        }
      }
      """;

  @TempDir static Path sources;

  private static Program program;

  @BeforeAll
  static void compile() throws IOException {
    String body = "    x = x * 31 + 7;\n".repeat(STATEMENTS);
    StringBuilder locals = new StringBuilder();
    for (int i = 0; i < LONGS; i++) {
      locals.append("    long a").append(i).append(";\n");
    }
    Files.writeString(sources.resolve("Main.java"), SOURCE.formatted(body, locals));
    Path missing = Files.createDirectories(sources.resolve(MISSING).getParent());
    Files.writeString(
        missing.resolve("Mono.java"), "package reactor.core.publisher;\npublic class Mono {}\n");
    App app = App.compiled("big", sources);
    try (FileSystem jar = FileSystems.newFileSystem(app.jar())) {
      Files.delete(jar.getPath(MISSING + ".class"));
    }
    program = app.main("big.Main");
  }

  @OnEachJdk
  void leavesWhatCannotBeRewrittenNamesItAndRetriesTheOther(Jdk jdk, @TempDir Path folder) {
    Finished finished =
        ChildJvm.of(jdk, program).rules(QuickRules.matching(folder, "big.Main.*(..)")).run();
    finished.assertStatus().isZero();
    finished.assertOut().first().isEqualTo("attempt 3");
    finished.assertOut().hasSize(3).last().isEqualTo("2");
    finished
        .assertErr()
        .anyMatch(line -> isRefused(line, "huge", "64 KB"))
        .anyMatch(line -> isRefused(line, "full", "65,535 local variables"))
        .anyMatch(line -> isRefused(line, "later", "reactor.core.publisher.Mono, which is not"))
        .noneMatch(line -> line.contains("\tat "));
  }

  private static boolean isRefused(String line, String method, String reason) {
    return line.contains("Not retried by rule 'quick': big.Main." + method + "(")
        && line.contains(reason);
  }
}
