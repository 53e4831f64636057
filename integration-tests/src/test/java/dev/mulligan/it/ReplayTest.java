package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** An argument that turns out to be readable only once is not sent a second time. */
class ReplayTest {

  private static final String RULES =
      """
      version: 1
      strategies:
        thrice: {max-attempts: 3, backoff: {type: fixed, initial: 1ms}, retry-on: [java.io.IOException]}
      rules:
        - {name: plain, match: "replay.Main$Sender.plain(..)", strategy: thrice}
        - {name: listed, match: "replay.Main$Sender.listed(..)", strategy: thrice}
        - {name: guarded, match: "replay.Main$Sender.guarded(..)", strategy: thrice, timeout: 10s}
        - name: judged
          match: "replay.Main$Sender.judged(..)"
          strategy:
            max-attempts: 3
            backoff: {type: fixed, initial: 1ms}
            retry-on: [java.io.IOException]
            retry-on-result: [{is: null}]
        - name: answers
          match: "replay.Main$Sender.answers(..)"
          strategy: &busy
            max-attempts: 3
            backoff: {type: fixed, initial: 1ms}
            retry-on-result: [{matches: busy}]
        - name: answers-guarded
          match: "replay.Main$Sender.answersGuarded(..)"
          strategy: *busy
          bulkhead: {max-concurrency: 5}
        - {name: later, match: "replay.Main$Sender.later(..)", strategy: thrice}
        - name: later-guarded
          match: "replay.Main$Sender.laterGuarded(..)"
          strategy: thrice
          bulkhead: {max-concurrency: 5}
        - {name: allowed, match: "replay.Main$Sender.allowed(..)", strategy: thrice, replay: allowed}
      """;

  private static final List<String> METHODS =
      List.of(
          "plain",
          "listed",
          "guarded",
          "judged",
          "answers",
          "answersGuarded",
          "later",
          "laterGuarded");

  @TempDir Path folder;

  @OnEachJdk
  void aStreamInAnObjectIsNotSentAgain(Jdk jdk) {
    Finished finished =
        ChildJvm.of(jdk, App.named("replay").main("replay.Main"))
            .rules(RuleFile.in(folder, RULES))
            .run();

    List<String> expected = new ArrayList<>();
    METHODS.forEach(method -> expected.add(method + ended(method) + 1));
    expected.add("allowed failed after 3");
    METHODS.forEach(method -> expected.add(method + ended(method) + 3));
    expected.add("allowed failed after 3");
    assertThat(finished.out()).as(finished::report).isEqualTo(expected);
    for (String method : METHODS) {
      finished
          .assertErr()
          .filteredOn(line -> line.contains("Sender." + method + " with a "))
          .singleElement()
          .asString()
          .contains("java.io.ByteArrayInputStream, which can be read only once")
          .contains("Set 'replay: allowed'");
    }
  }

  private static String ended(String method) {
    return method.startsWith("answers") ? " succeeded after " : " failed after ";
  }
}
