package dev.mulligan.it;

import static dev.mulligan.it.Service.FAILED;
import static dev.mulligan.it.Service.PAYS;
import static dev.mulligan.it.Service.PLACES;
import static dev.mulligan.it.Service.used;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.JvmCommand;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A rule file that is looked at while the program runs. */
class ReloadTest {

  private static final String THREAD = "mulligan-reload";

  @TempDir Path folder;

  @OnEachJdk
  void aChangedFileIsReadAndOneWithMistakesChangesNothing(Jdk jdk) throws IOException {
    Path rules = write("rules.yaml", file(rule("orders", PLACES, 2), "agent: {reload: 1s}"));
    try (RunningJvm service = used(Service.on(jdk).rules(rules))) {
      assertThat(service.ask("order")).isEqualTo("java.io.IOException: failure 2");

      write("rules.yaml", file(rule("orders", PLACES, 3), "agent: {reload: 1s}"));
      service.awaitErr("has changed and was read again: 1 rule, 1 method woven");
      assertThat(service.ask("order")).isEqualTo("attempt 3");

      write("rules.yaml", file(rule("orders", PLACES, 3), "agent: {reload: 1s, bugdet: off}"));
      service.awaitErr("did you mean 'budget'?");
      service.awaitErr("has mistakes; the rules stay as they were");
      assertThat(service.ask("order")).isEqualTo("attempt 3");

      write(
          "rules.yaml",
          file(rule("refunds", PAYS, 3), "agent: {reload: off}", "include: more.yaml"));
      write("more.yaml", file(rule("orders", PLACES, 1)));
      service.awaitErr("has changed and was read again: 2 rules, 2 methods woven");
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
