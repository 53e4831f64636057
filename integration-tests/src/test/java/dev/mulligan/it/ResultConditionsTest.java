package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.JvmCommand;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each method is called five hundred times with good results, so that properties are read by the
 * fast path; then it returns a bad value twice, then always. The numbers count the calls of its
 * body.
 */
class ResultConditionsTest {

  private static final String RUNTIME = "dev.mulligan.retry.RetryEngine";

  private static final String[] RETRIED = {
    "number: 200 1 | 200 3 | 503 3",
    "wide: 7 1 | 7 3 | 7000000000 3",
    "small: 1 1 | 1 3 | -1 3",
    "decimal: 1.5 1 | 1.5 3 | 0.5 3",
    "char: a 1 | a 3 | x 3",
    "flag: true 1 | true 3 | false 3",
    "boxed: 200 1 | 200 3 | 503 3",
    "constant: HOURS 1 | HOURS 3 | DAYS 3",
    "text: done 1 | done 3 | busy, TRY AGAIN 3",
    "nothing: something 1 | something 3 | null 3",
    "optional: Optional[something] 1 | Optional[something] 3 | Optional.empty 3",
    "list: [something] 1 | [something] 3 | [] 3",
    "reply: 200 1 | 200 3 | 503 3",
    "several: Optional[of another class] 1 | Optional[of another class] 3 | 429 3",
    "nested: NEW 1 | NEW 3 | BLOCKED 3",
    "letter: good, open 1 | good, open 3 | bad, open 3",
  };

  /** The letter's bad results, two before the good one, two before the last, each closed once. */
  private static final String CLOSED = "closed: 4";

  @TempDir Path folder;

  @OnEachJdk
  void retriesEveryKindOfResultAndReturnsTheLastOne(Jdk jdk) {
    try (RunningJvm running = program(jdk).rules(rules()).start()) {
      running.awaitOut("ready");
      Finished finished = running.end();
      finished.assertOut().contains(RETRIED).contains(CLOSED).hasSize(RETRIED.length + 2);
      finished
          .assertErr()
          .anyMatch(line -> line.contains("results.Reply with statusCode 503"))
          .anyMatch(line -> line.contains("returned -1"))
          .noneMatch(line -> line.contains("does not hold"));
    }
  }

  @OnEachJdk
  void leavesEveryResultAloneWithoutTheAgent(Jdk jdk) {
    try (RunningJvm running = program(jdk).start()) {
      running.awaitOut("ready");
      running
          .end()
          .assertOut()
          .contains(
              "number: 200 1 | 503 1 | 503 1", "letter: good, open 1 | bad, open 1 | bad, open 1")
          .contains("closed: 0");
    }
  }

  @OnEachJdk
  void observeChangesNothing(Jdk jdk) {
    try (RunningJvm running = program(jdk).rules(rules("mode: observe")).start()) {
      running.awaitOut("ready");
      running
          .end()
          .assertOut()
          .contains("number: 200 1 | 503 1 | 503 1", "reply: 200 1 | 503 1 | 503 1")
          .contains("closed: 0");
    }
  }

  @OnEachJdk
  void detachLeavesNothingThatReadProperties(Jdk jdk) {
    try (RunningJvm running = program(jdk).rules(rules()).start()) {
      running.awaitOut("ready");
      assertThat(new JvmCommand(jdk, running).instances(RUNTIME)).isEqualTo(1);
      AgentCli.on(jdk).run("detach", String.valueOf(running.pid())).assertStatus().isZero();
      assertThat(new JvmCommand(jdk, running).instances(RUNTIME)).isZero();
      running.say("again");
      running.awaitOut("reply: 200 1 | 503 1 | 503 1");
    }
  }

  private static ChildJvm program(Jdk jdk) {
    return ChildJvm.of(jdk, App.named("results").main("results.Main"));
  }

  private Path rules() {
    return rules("mode: retry");
  }

  private Path rules(String mode) {
    String fast = "max-attempts: 3, backoff: {type: fixed, initial: 1ms, jitter: none}";
    StringBuilder text = new StringBuilder("version: 1\nrules:\n");
    add(text, mode, fast, "number", "in: [-1, 500..599]");
    add(text, mode, fast, "wide", "is: 7000000000");
    add(text, mode, fast, "small", "is: -1");
    add(text, mode, fast, "decimal", "is: 0.5");
    add(text, mode, fast, "letterOfAlphabet", "is: x");
    add(text, mode, fast, "flag", "is: false");
    add(text, mode, fast, "boxed", "in: [500..599]");
    add(text, mode, fast, "constant", "in: [DAYS, SECONDS]");
    add(text, mode, fast, "text", "matches: '(?i)try again'");
    add(text, mode, fast, "nothing", "is: null");
    add(text, mode, fast, "optional", "property: present, is: false");
    add(text, mode, fast, "list", "property: empty, is: true");
    add(text, mode, fast, "reply", "property: statusCode, in: [429, 500..599]");
    add(text, mode, fast, "several", "property: class.simpleName, is: Reply");
    add(text, mode, fast, "nested", "property: declaringClass.name, matches: 'X'}, {is: BLOCKED");
    add(text, mode, fast, "letter", "property: bad, is: true");
    return RuleFile.in(folder, text.toString());
  }

  private static void add(
      StringBuilder text, String mode, String fast, String method, String condition) {
    text.append(
        """
          - name: %s
            match: "results.Source.%s()"
            %s
            strategy: {%s, on-failure: {notify: false}, retry-on-result: [{%s}]}
        """
            .formatted(method, method, mode, fast, condition));
  }
}
