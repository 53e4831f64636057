package dev.mulligan.it;

import dev.mulligan.it.harness.Answer;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import dev.mulligan.it.harness.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

/** An application must not notice the agent. */
class AgentIsInvisibleTest {

  @TempDir Path folder;

  /** But that of the rehearsal, which ends after some seconds: ExhaustionTest waits for its end. */
  @OnEachJdk
  void startsNoThreadThatStaysWhenNothingFails(Jdk jdk) {
    Finished without = hello(jdk).run();
    Finished with = hello(jdk).rules(QuickRules.matching(folder, "hello.Greeting.*(..)")).run();
    with.assertOut().map(line -> line.replace(", mulligan-rehearsal", "")).isEqualTo(without.out());
  }

  @OnEachJdk
  void letsTheApplicationEndWithItsOwnException(Jdk jdk) {
    Finished finished =
        billing(jdk).rules(QuickRules.matching(folder, "billing.Billing.charge(String)")).run();
    finished.assertStatus().isEqualTo(1);
    finished.assertOut().containsExactly("charging");
    finished
        .assertErr()
        .containsSubsequence(
            "Exception in thread \"main\" java.io.IOException: gateway says no, password=hunter2",
            "\tSuppressed: java.net.ConnectException: refused",
            "\tSuppressed: java.net.SocketTimeoutException: too slow");
  }

  @OnEachJdk
  void letsTheApplicationExitDuringABackOff(Jdk jdk) {
    Path rules =
        RuleFile.in(
            folder,
            """
            version: 1
            rules:
              - name: charge
                match: "billing.Billing.charge(String)"
                strategy: {backoff: {type: fixed, initial: 10m}}
            """);
    try (RunningJvm running = billing(jdk).arguments("1500").rules(rules).start()) {
      running.awaitErr("Retrying ");
      running.awaitEnd(Duration.ofSeconds(10)).assertStatus().isEqualTo(7);
    }
  }

  @OnEachJdk
  void letsTheApplicationEndThoughAChannelHangs(Jdk jdk) {
    try (ScriptedServer hanging = ScriptedServer.answering(Answer.stall());
        RunningJvm running = billing(jdk).rules(notifying(hanging.url("/hook"))).start()) {
      Finished finished = running.awaitEnd(Duration.ofSeconds(20));
      finished.assertStatus().isEqualTo(1);
      finished.assertErr().anyMatch(line -> line.contains("A notification is lost for channel 1"));
    }
  }

  @OnEachJdk
  void letsTheApplicationEndThoughAChannelIsDown(Jdk jdk) {
    try (ScriptedServer down = ScriptedServer.closed();
        RunningJvm running = billing(jdk).rules(notifying(down.url("/hook"))).start()) {
      Finished finished = running.awaitEnd(Duration.ofSeconds(20));
      finished.assertStatus().isEqualTo(1);
      finished.assertErr().anyMatch(line -> line.contains("A notification did not reach "));
    }
  }

  private Path notifying(String url) {
    return RuleFile.in(
        folder,
        """
        version: 1
        rules:
          - name: charge
            match: "billing.Billing.charge(String)"
            strategy: {backoff: {type: fixed, initial: 10ms}}
        notifications:
          channels:
            - url: "%s"
        """
            .formatted(url));
  }

  private static ChildJvm hello(Jdk jdk) {
    return ChildJvm.of(jdk, App.named("hello").main("hello.Main")).arguments("threads");
  }

  private static ChildJvm billing(Jdk jdk) {
    return ChildJvm.of(jdk, App.named("billing").main("billing.Main"));
  }
}
