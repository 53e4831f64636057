package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Attaching and detaching again and again costs the process nothing that stays. */
class ReattachTest {

  /**
   * The constants of a class are never removed: with other ids at each attach, the 65,535 that a
   * class may have were used up after eight of them, and JDK 17 ended the process.
   */
  private static final int METHODS = 8_001;

  private static final int CYCLES = Integer.getInteger("mulligan.attach.cycles", 10);

  private static final String MAIN =
      """
      package wide;

      import java.lang.management.ManagementFactory;
      import java.lang.management.MemoryPoolMXBean;

      public class Main {
        public static void main(String[] arguments) throws Exception {
          Class.forName("wide.Wide");
          System.out.println("ready");
          var in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
          while (in.readLine() != null) {
            for (int i = 0; i < 5; i++) { // until the classes of the last agent are gone
              System.gc();
              Thread.sleep(100);
            }
            for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
              if (pool.getName().equals("Metaspace")) {
                System.out.println(pool.getUsage().getUsed() / 1024);
              }
            }
          }
        }
      }
      """;

  @TempDir Path folder;

  @OnEachJdk
  void theMetaspaceOfAWideClassDoesNotGrow(Jdk jdk) throws IOException {
    App wide = App.compiled("wide-" + jdk.feature(), sources());
    Path rules =
        RuleFile.in(
            folder,
            """
            version: 1
            rules:
              - {name: wide, match: "wide.Wide.*(..)", strategy: {max-attempts: 2}}
            """);
    try (RunningJvm program = ChildJvm.of(jdk, wide.main("wide.Main")).start()) {
      program.awaitOut("ready");
      for (int cycle = 0; cycle < 2; cycle++) {
        attachAndDetach(jdk, program, rules);
      }
      int before = Integer.parseInt(program.ask("metaspace"));
      for (int cycle = 2; cycle < CYCLES; cycle++) {
        attachAndDetach(jdk, program, rules);
      }
      int after = Integer.parseInt(program.ask("metaspace"));

      System.out.printf(
          "metaspace with %,d methods, attached and detached 2 and %d times: %,d and %,d KB%n",
          METHODS, CYCLES, before, after);
      // The JVM itself keeps some 50 KB for each attach; new ids took more than 1,700 KB each time.
      assertThat(after - before).isLessThan(150 * (CYCLES - 2));
    }
  }

  private static void attachAndDetach(Jdk jdk, RunningJvm program, Path rules) {
    String pid = String.valueOf(program.pid());
    AgentCli.on(jdk).run("attach", pid, rules.toString()).assertStatus().isZero();
    AgentCli.on(jdk).run("detach", pid).assertStatus().isZero();
  }

  private Path sources() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources/wide"));
    Files.writeString(sources.resolve("Main.java"), MAIN);
    StringBuilder wide = new StringBuilder("package wide;\n\npublic class Wide {\n");
    for (int method = 0; method < METHODS; method++) {
      wide.append("  int m").append(method).append("(int a) { return a; }\n");
    }
    Files.writeString(sources.resolve("Wide.java"), wide.append("}\n"));
    return folder.resolve("sources");
  }
}
