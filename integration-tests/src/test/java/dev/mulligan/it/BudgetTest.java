package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import dev.mulligan.it.harness.ScriptedServer;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A service whose port refuses connections, then answers, then refuses again. */
class BudgetTest {

  /** Threads that ask at the same time may each be allowed one. */
  private static final int RACE = 8;

  @OnEachJdk
  void aDeadServiceGetsEachCallOnceAndAFewRetriesUntilItIsBack(Jdk jdk, @TempDir Path folder) {
    ScriptedServer service = ScriptedServer.closed();
    try (service;
        RunningJvm program = start(jdk, service, rules(folder, "{tokens: 100, refill: 1/h}"))) {
      assertThat(attempts(program.ask("300"))).isBetween(300, 300 + 50 + RACE);
      assertThat(program.ask("10")).isEqualTo("attempts 10 succeeded 0");
      service.open();
      // 1,000 successes give 100 tokens back, though none of them was a retry.
      assertThat(program.ask("1000")).isEqualTo("attempts 1000 succeeded 1000");
      service.close();
      assertThat(program.ask("1")).isEqualTo("attempts 3 succeeded 0");
      Finished finished = program.end();
      finished.assertErr().filteredOn(line -> line.contains("budget of the process")).hasSize(2);
      finished.assertErr().noneMatch(line -> line.contains("budgetSpent"));
    }
  }

  @OnEachJdk
  void withoutABudgetEveryCallIsRetried(Jdk jdk, @TempDir Path folder) {
    try (ScriptedServer service = ScriptedServer.closed();
        RunningJvm program = start(jdk, service, rules(folder, "off"))) {
      assertThat(program.ask("300")).isEqualTo("attempts 900 succeeded 0");
    }
  }

  @OnEachJdk
  void statusShowsWhatIsLeftOfIt(Jdk jdk, @TempDir Path folder) {
    try (ScriptedServer service = ScriptedServer.closed();
        RunningJvm program = start(jdk, service, rules(folder, "{tokens: 10, refill: 1/h}"))) {
      program.ask("100");
      String pid = String.valueOf(program.pid());
      JsonObject storm =
          JsonParser.parseString(
                  String.join("\n", AgentCli.on(jdk).run("status", pid, "--json").out()))
              .getAsJsonObject()
              .getAsJsonObject("agent")
              .getAsJsonObject("storm");
      JsonObject budget = storm.getAsJsonArray("budgets").get(0).getAsJsonObject();
      assertThat(budget.get("tokensLeft").getAsDouble()).isLessThan(1);
      assertThat(budget.get("spent").getAsBoolean()).isTrue();
      assertThat(budget.get("timesSpent").getAsInt()).isEqualTo(1);
      assertThat(
              storm
                  .getAsJsonArray("heldBack")
                  .get(0)
                  .getAsJsonObject()
                  .get("budgetSpent")
                  .getAsInt())
          .isBetween(100 - 5 - RACE, 100);
      AgentCli.on(jdk)
          .run("status", pid)
          .assertOut()
          .anyMatch(line -> line.matches("the process +spent +0\\.\\d +10 +1 +\\d+"))
          .anyMatch(line -> line.matches("connect +\\d+ +- +-"));
    }
  }

  private static RunningJvm start(Jdk jdk, ScriptedServer service, Path rules) {
    int port = URI.create(service.url("/")).getPort();
    return ChildJvm.of(jdk, App.named("storm").main("storm.Main"))
        .arguments(String.valueOf(port))
        .rules(rules)
        .start();
  }

  private static int attempts(String answer) {
    return Integer.parseInt(answer.split(" ", -1)[1]);
  }

  private static Path rules(Path folder, String budget) {
    return RuleFile.in(
        folder,
        """
        version: 1
        rules:
          - name: connect
            match: "storm.Main.connect(int)"
            strategy: {backoff: {type: fixed, initial: 1ms}, on-failure: {notify: false}}
        agent: {budget: BUDGET, log: {level: info}}
        """
            .replace("BUDGET", budget));
  }
}
