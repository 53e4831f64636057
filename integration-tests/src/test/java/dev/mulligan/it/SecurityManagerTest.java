package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.mulligan.it.harness.AgentJar;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/**
 * With a security manager, all permissions for the agent's jar are enough, however few the
 * application has. JDK 24 has none any more.
 */
class SecurityManagerTest {

  private static final String POLICY =
      """
      grant codeBase "%s" {
        permission java.security.AllPermission;
      };
      """;

  private static final String RULES =
      """
      version: 1
      rules:
        - name: calls
          match: "restricted.Main$Client.*(..)"
          strategy: {max-attempts: 2, backoff: {initial: 1ms}, on-failure: {type: critical}}
      notifications:
        channels: [{url: "json://%s/hook"}]
        group: off
        outbox: {dir: "%s"}
      """;

  @TempDir Path folder;

  @OnEachJdk
  void theApplicationNeedsNoPermissionOfTheAgents(Jdk jdk) throws IOException {
    assumeThat(jdk.toString()).isNotEqualTo("JDK 25");
    Path policy = folder.resolve("agent.policy");
    Files.writeString(policy, POLICY.formatted(AgentJar.path().toUri()));
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm running =
            ChildJvm.of(jdk, App.named("restricted").main("restricted.Main"))
                .rules(
                    RuleFile.in(
                        folder, RULES.formatted(receiver.address(), folder.resolve("outbox"))))
                .options("-Djava.security.manager", "-Djava.security.policy=" + policy)
                .start()) {
      running.awaitOut("ready");
      assertThat(running.ask("fail")).isEqualTo("failed");
      assertThat(receiver.next().body()).contains("java.io.IOException: at once");
      assertThat(running.ask("later")).isEqualTo("failed");
      assertThat(receiver.next().body()).contains("java.io.IOException: later");
      assertThat(running.ask("succeed")).isEqualTo("answer");
      assertThat(receiver.next().body()).contains("works again");
      running.assertErr().noneMatch(line -> line.contains("AccessControlException"));
    }
  }
}
