package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Calls that the circuit breaker refuses because too many have failed. */
class CircuitBreakerTest {

  private static final String OPEN =
      "java.util.concurrent.RejectedExecutionException: guarded.Payments.pay was not called: its"
          + " circuit breaker is open for another ";

  @OnEachJdk
  void opensWhileAttemptsFailAndThenRefusesCalls(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      assertThat(app.ask("pay")).isEqualTo("2 calls: java.io.IOException: 503");
      assertThat(app.ask("pay")).startsWith("0 calls: " + OPEN).endsWith("(rule 'pay')");
      app.awaitErr("Circuit breaker of rule 'pay' opened");
      app.awaitErr("failed after 2 attempts (refused)");
    }
  }

  @OnEachJdk
  void outsideOfTheRetryItCountsCalls(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      assertThat(app.ask("pay twice over")).startsWith("3 calls: java.io.IOException");
      assertThat(app.ask("pay twice over")).startsWith("3 calls: java.io.IOException");
      assertThat(app.ask("pay twice over")).startsWith("0 calls: ").contains("circuit breaker");
    }
  }

  @OnEachJdk
  void anExceptionThatIsNotRetriedIsAnAnswer(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      for (int i = 0; i < 5; i++) {
        assertThat(app.ask("pay a bad card"))
            .isEqualTo("1 calls: java.lang.IllegalArgumentException: no such card");
      }
    }
  }

  @OnEachJdk
  void theRefusalBeginsInTheApplicationsMethod(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      app.ask("pay");
      assertThat(app.ask("trace of a refusal")).isEqualTo("guarded.Payments.pay");
    }
  }

  @OnEachJdk
  void recursionIsOneCall(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      assertThat(app.ask("recursion")).isEqualTo("4 calls: java.io.IOException: bottom");
      assertThat(app.ask("recursion")).startsWith("0 calls: ");
    }
  }

  @OnEachJdk
  void letsATrialThroughAfterItsDelayAndClosesWhenThatSucceeds(Jdk jdk, @TempDir Path folder) {
    try (RunningJvm app = Guarded.start(jdk)) {
      reload(jdk, app, rules(folder, 2, "1ms"));
      assertThat(app.ask("pay")).startsWith("2 calls: ");
      app.ask("the service works");
      assertThat(app.ask("pay")).isEqualTo("1 calls: paid 3");
      app.awaitErr("Circuit breaker of rule 'pay' closed");
    }
  }

  @OnEachJdk
  void aReloadThatChangesItBeginsAnewAndOneThatDoesNotLeavesItOpen(Jdk jdk, @TempDir Path folder)
      throws IOException {
    Path same = Files.createDirectory(folder.resolve("same"));
    Path other = Files.createDirectory(folder.resolve("other"));
    try (RunningJvm app = Guarded.start(jdk)) {
      reload(jdk, app, rules(same, 2, "1h"));
      assertThat(app.ask("pay")).startsWith("1 calls: ");
      app.ask("the service works");
      reload(jdk, app, rules(same, 2, "1h"));
      assertThat(app.ask("pay")).startsWith("0 calls: " + OPEN);
      reload(jdk, app, rules(other, 3, "1h"));
      assertThat(app.ask("pay")).isEqualTo("1 calls: paid 3");
    }
  }

  @OnEachJdk
  void aReloadTakesItAwayAndBringsItBack(Jdk jdk, @TempDir Path folder) {
    Path without = QuickRules.matching(folder, "guarded.Payments.pay(int)");
    try (RunningJvm app = Guarded.start(jdk)) {
      app.ask("pay");
      reload(jdk, app, without);
      assertThat(app.ask("pay")).isEqualTo("3 calls: java.io.IOException: 503");
      reload(jdk, app, Guarded.RULES);
      assertThat(app.ask("pay")).isEqualTo("2 calls: java.io.IOException: 503");
      assertThat(app.ask("pay")).startsWith("0 calls: ");
    }
  }

  @OnEachJdk
  void aDetachWhileItIsOpenLetsCallsThroughAgain(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      app.ask("pay");
      assertThat(app.ask("pay")).startsWith("0 calls: ");
      app.ask("the service works");
      AgentCli.on(jdk).run("detach", String.valueOf(app.pid())).assertStatus().isZero();
      assertThat(app.ask("pay")).isEqualTo("1 calls: paid 3");
    }
  }

  @OnEachJdk
  void statusShowsItsStateAndRefusals(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      app.ask("pay");
      app.ask("pay");
      Guarded.status(jdk, app)
          .assertOut()
          .anyMatch(line -> line.strip().matches("pay +open for 59m \\d+s, 100 % failed +2 +- +-"));
    }
  }

  private static void reload(Jdk jdk, RunningJvm app, Path rules) {
    AgentCli.on(jdk)
        .run("reload", String.valueOf(app.pid()), rules.toString())
        .assertStatus()
        .isZero();
  }

  private static Path rules(Path folder, int window, String delay) {
    return RuleFile.in(
        folder,
        """
        version: 1
        rules:
          - name: pay
            match: "guarded.Payments.pay(int)"
            strategy:
              max-attempts: 2
              backoff: {type: fixed, initial: 10ms, jitter: none}
              on-failure: {notify: false}
            circuit-breaker: {window: %d, delay: %s}
        """
            .formatted(window, delay));
  }
}
