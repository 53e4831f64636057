package dev.mulligan.it;

import static dev.mulligan.it.Service.FAILED;
import static dev.mulligan.it.Service.PAYS;
import static dev.mulligan.it.Service.PLACES;
import static dev.mulligan.it.Service.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.JvmCommand;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.io.TempDir;

/** The agent reloads a rule file that changes while the program runs. */
class ReloadTest {

  private static final String THREAD = "mulligan-reload";

  @TempDir Path folder;

  @OnEachJdk
  void aChangedFileIsReadAndOneWithMistakesChangesNothing(Jdk jdk) throws IOException {
    Path rules = write("rules.yaml", file(rule("orders", PLACES, 2), "agent: {reload: 1s}"));
    try (RunningJvm service = used(Service.on(jdk).rules(rules))) {
      assertThat(service.ask("order")).isEqualTo("java.io.IOException: failure 2");

      write("rules.yaml", file(rule("orders", PLACES, 3), "agent: {reload: 1s}"));
      service.awaitErr("has changed and was reloaded: 1 rule, 1 method woven");
      assertThat(service.ask("order")).isEqualTo("attempt 3");

      write("rules.yaml", file(rule("orders", PLACES, 3), "agent: {reload: 1s, bugdet: off}"));
      service.awaitErr("did you mean 'budget'?");
      service.awaitErr("has mistakes; the agent keeps its previous rules");
      assertThat(service.ask("order")).isEqualTo("attempt 3");

      write(
          "rules.yaml",
          file(rule("refunds", PAYS, 3), "agent: {reload: off}", "include: more.yaml"));
      write("more.yaml", file(rule("orders", PLACES, 1)));
      service.awaitErr("has changed and was reloaded: 2 rules, 2 methods woven");
      assertThat(service.ask("order")).isEqualTo(FAILED);
      assertThat(new JvmCommand(jdk, service).threads()).doesNotContain(THREAD);
    }
  }

  @OnEachJdk
  void aFileThatIsAddedToAnIncludedFolderIsRead(Jdk jdk) throws IOException {
    Files.createDirectory(folder.resolve("teams"));
    write("teams/orders.yaml", file(rule("orders", PLACES, 3)));
    Path rules = write("rules.yaml", file("include: ./teams/*.yaml", "agent: {reload: 1s}"));
    try (RunningJvm service = used(Service.on(jdk).rules(rules))) {
      assertThat(service.ask("refund")).isEqualTo("java.lang.IllegalStateException: failure 1");

      write("teams/refunds.yaml", file(rule("refunds", PAYS, 3)));
      service.awaitErr("2 rules");
      assertThat(service.ask("refund")).isEqualTo("attempt 3");
      assertThat(service.ask("order")).isEqualTo("attempt 3");
    }
  }

  /**
   * As Kubernetes does it: the link {@code ..data} is renamed over; sizes and times are the same.
   */
  @OnEachJdk
  void aConfigMapWhoseFilesHaveTheSameSizeAndTimeIsRead(Jdk jdk) throws IOException {
    Path mounted = Files.createDirectory(folder.resolve("mounted"));
    version(mounted, "..1", 2);
    Files.createSymbolicLink(mounted.resolve("..data"), Path.of("..1"));
    Path rules =
        Files.createSymbolicLink(mounted.resolve("rules.yaml"), Path.of("..data/rules.yaml"));
    try (RunningJvm service = used(Service.on(jdk).rules(rules))) {
      assertThat(service.ask("order")).isEqualTo("java.io.IOException: failure 2");

      version(mounted, "..2", 3);
      Files.createSymbolicLink(mounted.resolve("..tmp"), Path.of("..2"));
      Files.move(
          mounted.resolve("..tmp"), mounted.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);

      service.awaitErr("has changed and was reloaded");
      assertThat(service.ask("order")).isEqualTo("attempt 3");
    }
  }

  private static void version(Path mounted, String name, int attempts) throws IOException {
    Path file = Files.createDirectory(mounted.resolve(name)).resolve("rules.yaml");
    Files.writeString(file, file(rule("orders", PLACES, attempts), "agent: {reload: 1s}"));
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));
  }

  @OnEachJdk
  void aFolderThatDisappearsAndComesBackIsRead(Jdk jdk) throws IOException {
    Path config = Files.createDirectory(folder.resolve("config"));
    Path rules = config.resolve("rules.yaml");
    Files.writeString(rules, file(rule("orders", PLACES, 2), "agent: {reload: 1s}"));
    try (RunningJvm service = used(Service.on(jdk).rules(rules))) {
      Files.move(config, folder.resolve("away"));
      service.awaitErr("has mistakes; the agent keeps its previous rules");
      assertThat(service.ask("order")).isEqualTo("java.io.IOException: failure 2");

      Files.writeString(
          folder.resolve("away/rules.yaml"),
          file(rule("orders", PLACES, 3), "agent: {reload: 1s}"));
      Files.move(folder.resolve("away"), config);
      service.awaitErr("has changed and was reloaded");
      assertThat(service.ask("order")).isEqualTo("attempt 3");
    }
  }

  /** The reload of many classes takes seconds: what is written meanwhile is read afterwards. */
  @OnEachJdk
  void aChangeDuringAReloadIsRead(Jdk jdk) throws Exception {
    App many = App.compiled("many-" + jdk.feature(), manyClasses(1_200));
    Path rules = write("rules.yaml", reloading("many.Main.c()"));
    try (RunningJvm program = ChildJvm.of(jdk, many.main("many.Main")).rules(rules).start()) {
      program.awaitOut("ready");
      for (int round = 1; round <= 3; round++) {
        write("rules.yaml", reloading("many.C*.work()"));
        Thread.sleep(1_000L * round); // to hit another moment of the reload each time
        write("rules.yaml", reloading("many.Main.b" + round + "*()"));
        program.awaitErr(
            "reloaded: 1 rule, " + (round == 1 ? "1 method" : round + " methods") + " woven");
      }
    }
  }

  private static String reloading(String pattern) {
    return file(rule("many", pattern, 2), "agent: {reload: 1s}");
  }

  /** Classes C1 to Cn, all loaded by a Main whose methods b1x, b2x, b2y … are as many as named. */
  private Path manyClasses(int number) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources/many"));
    for (int i = 1; i <= number; i++) {
      Files.writeString(
          sources.resolve("C" + i + ".java"), "package many; class C" + i + " { void work() {} }");
    }
    Files.writeString(
        sources.resolve("Main.java"),
        """
        package many;
        public class Main {
          void b1x() {} void b2x() {} void b2y() {} void b3x() {} void b3y() {} void b3z() {}
          void c() {}
          public static void main(String[] arguments) throws Exception {
            for (int i = 1; i <= %d; i++) {
              Class.forName("many.C" + i);
            }
            System.out.println("ready");
            System.in.read();
          }
        }
        """
            .formatted(number));
    return folder.resolve("sources");
  }

  @OnEachJdk
  void detachEndsTheLooking(Jdk jdk) throws IOException {
    Path rules = write("rules.yaml", file(rule("orders", PLACES, 3), "agent: {reload: 1s}"));
    try (RunningJvm service = used(Service.on(jdk).rules(rules))) {
      assertThat(new JvmCommand(jdk, service).threads()).contains(THREAD);

      AgentCli.on(jdk).run("detach", String.valueOf(service.pid())).assertStatus().isZero();

      assertThat(new JvmCommand(jdk, service).threads()).doesNotContain(THREAD);
      assertThat(service.ask("order")).isEqualTo(FAILED);
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String file(String... parts) {
    return "version: 1\n" + String.join("\n", parts) + "\n";
  }

  private static String rule(String name, String pattern, int attempts) {
    return """
        rules:
          - name: %s
            match: "%s"
            strategy:
              max-attempts: %d
              backoff: {type: fixed, initial: 1ms}
              on-failure: {notify: false}
        """
        .formatted(name, pattern, attempts);
  }
}
