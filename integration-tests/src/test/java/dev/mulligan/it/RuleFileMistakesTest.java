package dev.mulligan.it;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A mistake in the rule file never stops the application, unless the user chose {@code strict}. */
class RuleFileMistakesTest {

  private static final int CONFIGURATION_ERROR = 78;

  private static final String BROKEN =
      """
      version: 1
      rules:
        - name: greeting
          match: "hello.Greeting.of(String)"
          stratgy: api-call
      """;

  @TempDir Path folder;

  @OnEachJdk
  void startsTheApplicationWithoutTheRulesOfABrokenFile(Jdk jdk) {
    Finished finished = hello(jdk).rules(RuleFile.in(folder, BROKEN)).run();
    finished.assertStatus().isZero();
    finished.assertOut().containsExactly("hello world", "bye");
    saysWhatIsWrong(finished);
  }

  @OnEachJdk
  void endsTheJvmBeforeMainWhenStrict(Jdk jdk) {
    Path rules = RuleFile.in(folder, BROKEN);
    Finished finished = hello(jdk).agent("rules=" + rules + ",strict=true").run();
    finished.assertStatus().isEqualTo(CONFIGURATION_ERROR);
    finished.assertOut().isEmpty();
    saysWhatIsWrong(finished);
  }

  private static void saysWhatIsWrong(Finished finished) {
    finished
        .assertErr()
        .anyMatch(line -> line.contains("rules.yaml:5:5"))
        .anyMatch(line -> line.contains("    stratgy: api-call"))
        .anyMatch(line -> line.contains("did you mean") && line.contains("strategy"));
  }

  @OnEachJdk
  void startsTheApplicationWhenTheFileIsMissing(Jdk jdk) {
    Finished finished = hello(jdk).rules(folder.resolve("nowhere.yaml")).run();
    finished.assertStatus().isZero();
    finished.assertOut().containsExactly("hello world", "bye");
    finished.assertErr().anyMatch(line -> line.contains("nowhere.yaml"));
  }

  @OnEachJdk
  void endsTheJvmWhenTheFileIsMissingAndStrict(Jdk jdk) {
    Path missing = folder.resolve("nowhere.yaml");
    Finished finished = hello(jdk).agent("rules=" + missing + ",strict=true").run();
    finished.assertStatus().isEqualTo(CONFIGURATION_ERROR);
    finished.assertOut().isEmpty();
    finished.assertErr().anyMatch(line -> line.contains("nowhere.yaml"));
  }

  @OnEachJdk
  void startsTheApplicationWhenAnOptionIsMisspelt(Jdk jdk) {
    Path rules = QuickRules.matching(folder, "hello.Greeting.of(String)");
    Finished finished = hello(jdk).agent("rules=" + rules + ",strikt=true").run();
    finished.assertStatus().isZero();
    finished.assertOut().containsExactly("hello world", "bye");
    finished.assertErr().anyMatch(line -> line.contains("strikt") && line.contains("strict"));
  }

  private static ChildJvm hello(Jdk jdk) {
    return ChildJvm.of(jdk, App.named("hello").main("hello.Main"));
  }
}
