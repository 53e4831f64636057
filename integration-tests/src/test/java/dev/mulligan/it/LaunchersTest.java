package dev.mulligan.it;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.Program;
import dev.mulligan.it.harness.RuleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that the JDK's own classes launch, its tools, and names that a locale cannot pass on.
 */
class LaunchersTest {

  /** A name of two bytes in UTF-8, which Java cannot name in the locale C. */
  private static final String NAME = "$(printf '\\303\\274.yaml')";

  @TempDir Path folder;

  @OnEachJdk
  void aSourceFileIsAProgram(Jdk jdk) throws IOException {
    Path source =
        Files.writeString(
            folder.resolve("Flat.java"),
            """
            public class Flat {
              static int attempts;
              static String work() throws java.io.IOException {
                if (++attempts < 3) {
                  throw new java.io.IOException("failure");
                }
                return "attempt " + attempts;
              }
              public static void main(String[] arguments) throws Exception {
                System.out.println(work());
              }
            }
            """);

    Finished finished =
        ChildJvm.of(jdk, new Program(List.of(source.toString()))).rules(rules()).run();

    finished.assertStatus().isZero();
    finished.assertOut().containsExactly("attempt 3");
  }

  @OnEachJdk
  void aToolOfTheJdkIsLeftAloneWhichTheLevelDebugTells(Jdk jdk) {
    Program tool = Program.module("jdk.jartool/sun.tools.jar.Main", List.of(folder));

    Finished quiet = ChildJvm.of(jdk, tool).rules(rules()).arguments("--version").run();
    Finished debug =
        ChildJvm.of(jdk, tool)
            .agent("rules=" + rules() + ",log-level=debug")
            .arguments("--version")
            .run();

    quiet.assertErr().noneMatch(line -> line.contains("[mulligan]"));
    debug
        .assertErr()
        .anyMatch(
            line ->
                line.endsWith(
                    "does not start in a tool of the JDK: jdk.jartool/sun.tools.jar.Main"
                        + " --version"));
  }

  @OnEachJdk
  void aFileThatTheLocaleCannotNameIsExplained(Jdk jdk) {
    Finished checked =
        AgentCli.on(jdk)
            .command("check")
            .environment("LC_ALL", "C")
            .startedBy("sh", "-c", "exec \"$@\" " + NAME, "sh")
            .run();
    checked.assertStatus().isEqualTo(2);
    checked.assertErr().anyMatch(line -> line.contains("start it with LC_ALL=C.UTF-8"));

    Finished launched =
        Service.on(jdk)
            .agent()
            .environment("LC_ALL", "C")
            .startedBy("sh", "-c", "MULLIGAN_RULES=" + NAME + " exec \"$@\" < /dev/null", "sh")
            .run();
    launched.assertErr().anyMatch(line -> line.contains("start it with LC_ALL=C.UTF-8"));
  }

  private Path rules() {
    return RuleFile.in(
        folder,
        """
        version: 1
        rules:
          - name: flat
            match: "Flat.work()"
            strategy: {max-attempts: 3, backoff: {type: fixed, initial: 1ms}}
        """);
  }
}
