package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Budgets, and rules that only observe, at methods that return a future. */
class AsyncStormTest {

  @TempDir Path folder;

  @OnEachJdk
  void observeGivesTheVeryFutureAndTellsWhatWouldBeRetried(Jdk jdk) {
    try (RunningJvm program = start(jdk, "mode: observe", "off")) {
      assertThat(program.ask("2"))
          .isEqualTo(
              "attempts 2 succeeded 0 same true:"
                  + " java.util.concurrent.CompletionException: java.io.IOException: down");
      program.awaitErr(
          "Would retry stages.Storming.call after 1ms (attempt 2/3, observe): java.io.IOException:"
              + " down");
      program.ask("busy");
      assertThat(program.ask("1")).isEqualTo("attempts 1 succeeded 0 same true: busy");
      program.awaitErr("attempt 2/3, observe): returned java.lang.String");
    }
  }

  @OnEachJdk
  void observeHasNothingAroundTheRetry(Jdk jdk) {
    String guards =
        "mode: observe, timeout: 1ms, fallback: {value: instead}, bulkhead: {max-concurrency: 1},"
            + " circuit-breaker: {window: 1}";
    try (RunningJvm program = start(jdk, guards, "off")) {
      assertThat(program.ask("3")).startsWith("attempts 3 succeeded 0 same true:").endsWith("down");
    }
  }

  @OnEachJdk
  void aDeadServiceGetsEachCallOnceAndAFewRetriesUntilItIsBack(Jdk jdk) {
    try (RunningJvm program = start(jdk, "mode: retry", "{tokens: 20, refill: 1/h}")) {
      assertThat(attempts(program.ask("100"))).isBetween(101, 110);
      assertThat(attempts(program.ask("10"))).isEqualTo(10);
      program.ask("up");
      // 200 successes give 20 tokens back, though none of them was a retry.
      assertThat(attempts(program.ask("200"))).isEqualTo(200);
      program.ask("down");
      assertThat(attempts(program.ask("1"))).isEqualTo(3);
      Finished finished = program.end();
      finished.assertErr().filteredOn(line -> line.contains("budget of the process")).hasSize(2);
    }
  }

  @OnEachJdk
  void theBudgetCountsGuardedCallsToo(Jdk jdk) {
    String guards = "timeout: 1h, bulkhead: {max-concurrency: 1}";
    try (RunningJvm program = start(jdk, guards, "{tokens: 20, refill: 1/h}")) {
      assertThat(attempts(program.ask("100"))).isBetween(101, 110);
      program.ask("up");
      assertThat(attempts(program.ask("200"))).isEqualTo(200);
      program.ask("down");
      assertThat(attempts(program.ask("1"))).isEqualTo(3);
    }
  }

  @OnEachJdk
  void statusCountsWhatItObserved(Jdk jdk) {
    try (RunningJvm program = start(jdk, "mode: observe", "off")) {
      program.ask("2");
      program.awaitErr("Would retry stages.Storming.call");
      AgentCli.on(jdk)
          .run("status", String.valueOf(program.pid()))
          .assertOut()
          .anyMatch(line -> line.contains("stages.Storming.call"));
    }
  }

  private static int attempts(String answer) {
    return Integer.parseInt(answer.split(" ", -1)[1]);
  }

  private RunningJvm start(Jdk jdk, String rule, String budget) {
    Path rules =
        RuleFile.in(
            folder,
            """
            version: 1
            agent: {budget: %s}
            strategies:
              default:
                backoff: {type: fixed, initial: 1ms, jitter: none}
                retry-on-result: {is: "busy"}
                on-failure: {notify: false}
            rules:
              - {name: storming, match: "stages.Storming.call()", %s}
            """
                .formatted(budget, rule));
    RunningJvm program =
        ChildJvm.of(jdk, App.named("stages").main("stages.Storming")).rules(rules).start();
    program.awaitOut("ready");
    return program;
  }
}
