package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.ApiJar;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.JvmCommand;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/**
 * The answers when the application queries its attempt. An answer is the attempt's number, a letter
 * for the call's id ({@code -} for none), and the rule.
 */
class ContextTest {

  private static final String RULES =
      """
      version: 1
      strategies:
        default: {max-attempts: 3, backoff: {type: fixed, initial: 20ms}}
      rules:
        - name: outer
          match: "context.Flaky.around(..)"
        - name: calls
          match:
            - "context.Flaky.asking*()"
            - "context.Flaky.recursive(int)"
            - "context.Flaky.later()"
            - "context.Flaky.idle()"
            - "context.Overriding.asking()"
      """;

  @TempDir Path folder;

  @OnEachJdk
  void everyAttemptHasItsNumberAndTheSameId(Jdk jdk) {
    try (RunningJvm app = started(withAgent(jdk))) {
      assertThat(answer(app, "asks on each attempt"))
          .isEqualTo("1a:calls 1a:calls 2a:calls 2a:calls 3a:calls 3a:calls");
      assertThat(answer(app, "asks from the second on")).isEqualTo("2a:calls 3a:calls");
    }
  }

  @OnEachJdk
  void aCallHasAnIdOfItsOwnAlsoInThePlaceOfOneThatSucceeded(Jdk jdk) {
    try (RunningJvm app = started(withAgent(jdk))) {
      assertThat(answer(app, "succeeds, then fails twice, in one place"))
          .isEqualTo(
              "1a:calls 1a:calls 1b:calls 1b:calls"
                  + " 1c:calls 1c:calls 2c:calls 2c:calls 3c:calls 3c:calls");
      assertThat(answer(app, "fails for good and is followed by another"))
          .isEqualTo("1a:calls 1- 1b:calls 1-");
    }
  }

  @OnEachJdk
  void aCallInACallHasItsOwnContextAndGivesBackTheOuterOnes(Jdk jdk) {
    try (RunningJvm app = started(withAgent(jdk))) {
      assertThat(answer(app, "nested"))
          .isEqualTo(
              "1a:outer 1a:outer 2a:outer 2a:outer"
                  + " 1b:calls 1b:calls 2b:calls 2b:calls 3b:calls 3b:calls 1c:calls 1c:calls");
      assertThat(answer(app, "nested, both succeed"))
          .isEqualTo("1a:outer 1a:outer 1b:calls 1b:calls");
    }
  }

  @OnEachJdk
  void recursionAndSuperCallsAreOneCall(Jdk jdk) {
    try (RunningJvm app = started(withAgent(jdk))) {
      assertThat(answer(app, "recursive"))
          .isEqualTo(
              "1a:calls 1a:calls 1a:calls 2a:calls 2a:calls 2a:calls"
                  + " 3a:calls 3a:calls 3a:calls 3a:calls 3a:calls");
      assertThat(answer(app, "calls super"))
          .isEqualTo(
              "1a:calls 1a:calls 1a:calls 2a:calls 2a:calls 2a:calls"
                  + " 3a:calls 3a:calls 3a:calls");
    }
  }

  @OnEachJdk
  void anAsynchronousCallKeepsItsIdOverThreads(Jdk jdk) {
    try (RunningJvm app = started(withAgent(jdk))) {
      assertThat(answer(app, "asynchronous")).isEqualTo("1a:calls 2a:calls 3a:calls");
    }
  }

  @OnEachJdk
  void aCallThatGoesWellTakesOneSmallObject(Jdk jdk) {
    try (RunningJvm app = started(withAgent(jdk));
        RunningJvm bare = started(program(jdk))) {
      assertThat(app.ask("bytes")).isEqualTo("40");
      assertThat(bare.ask("bytes")).isEqualTo("0");
    }
  }

  @OnEachJdk
  void nothingStaysBehindInAPooledThread(Jdk jdk) {
    try (RunningJvm app = started(withAgent(jdk))) {
      assertThat(answer(app, "pooled thread"))
          .isEqualTo("1a:calls 1a:calls 2a:calls 2a:calls 3a:calls 3a:calls");
      assertThat(answer(app, "pooled thread, afterwards")).isEqualTo("1-");
      assertThat(answer(app, "outside of any call")).isEqualTo("1-");
    }
  }

  @OnEachJdk
  void theIdThatWasAskedForIsTheNotificationsAndTheLogs(Jdk jdk) {
    try (NotificationReceiver receiver = NotificationReceiver.start();
        RunningJvm app = started(program(jdk).rules(rules(receiver)))) {
      String said = app.ask("asks on the first only, then fails for good");
      String id = said.substring(said.indexOf("a=") + 2);
      String notified =
          JsonParser.parseString(receiver.next().body())
              .getAsJsonObject()
              .get("call_id")
              .getAsString();
      assertThat(said).startsWith("1a:calls 1- ");
      assertThat(notified).isEqualTo(id);
      String inTheLog = "[call " + id.substring(0, 8) + "]";
      app.assertErr()
          .filteredOn(line -> line.contains("askingAtFirst") && line.endsWith(inTheLog))
          .hasSize(3);
    }
  }

  @OnEachJdk
  void withoutTheAgentItIsAlwaysTheFirst(Jdk jdk) {
    try (RunningJvm app = started(program(jdk))) {
      assertThat(answer(app, "asks on the first only, then fails for good")).isEqualTo("1- 1-");
      assertThat(answer(app, "nested, both succeed")).isEqualTo("1- 1- 1- 1-");
    }
  }

  @OnEachJdk
  void worksAfterAnAttachAndKeepsNothingAliveAfterADetach(Jdk jdk) {
    try (RunningJvm app = started(program(jdk))) {
      assertThat(answer(app, "nested, both succeed")).isEqualTo("1- 1- 1- 1-");
      cli(jdk, "attach", app, silentRules().toString());
      assertThat(answer(app, "pooled thread")).startsWith("1a:calls 1a:calls 2a:calls");
      assertThat(answer(app, "asks on each attempt")).startsWith("1a:calls 1a:calls 2a:calls");
      cli(jdk, "detach", app);
      assertThat(answer(app, "nested, both succeed")).isEqualTo("1- 1- 1- 1-");
      assertThat(new JvmCommand(jdk, app).instances("dev.mulligan.retry.RetryEngine")).isZero();
    }
  }

  @OnEachJdk
  void aClassThatDoesNotSeeTheApiHasAContextFromItsSecondAttemptOn(Jdk jdk) {
    List<String> said =
        ChildJvm.of(jdk, App.named("context-plugin").main("plugin.Main"))
            .rules(QuickRules.matching(folder, "plugin.Main.Host.call(..)"))
            .arguments(ApiJar.path().toString())
            .run()
            .out();
    assertThat(said).hasSize(4).startsWith("1 -").endsWith("1 -");
    assertThat(said.get(1)).matches("2 \\p{XDigit}{8}-.*");
    assertThat(said.get(2).substring(2)).isEqualTo(said.get(1).substring(2));
  }

  private static String answer(RunningJvm app, String scenario) {
    return app.ask(scenario).replaceFirst("a=.*", "").strip();
  }

  private static RunningJvm started(ChildJvm child) {
    RunningJvm app = child.start();
    app.awaitOut("ready");
    return app;
  }

  private static ChildJvm program(Jdk jdk) {
    return ChildJvm.of(jdk, App.named("context", ApiJar.path()).main("context.Main"));
  }

  private ChildJvm withAgent(Jdk jdk) {
    return program(jdk).rules(silentRules());
  }

  private Path silentRules() {
    return RuleFile.in(folder, RULES.replace("20ms}", "20ms}, on-failure: {notify: false}"));
  }

  private Path rules(NotificationReceiver receiver) {
    String channels = "notifications:\n  channels: [{url: \"json://%s/hook\"}]\n";
    return RuleFile.in(folder, RULES + channels.formatted(receiver.address()));
  }

  private static void cli(Jdk jdk, String command, RunningJvm target, String... more) {
    List<String> arguments = new java.util.ArrayList<>(List.of(command, "" + target.pid()));
    arguments.addAll(List.of(more));
    AgentCli.on(jdk).run(arguments.toArray(String[]::new)).assertStatus().isZero();
  }
}
