package dev.mulligan.rules.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.rules.Mode;
import dev.mulligan.rules.Rule;
import dev.mulligan.rules.RuleFile;
import dev.mulligan.rules.RuleFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleReaderTest {

  @TempDir private Path folder = Path.of("");

  private Rule rule(String keys) {
    String text = "version: 1\nrules:\n  - {name: charge, match: \"A.a(..)\"%s}\n";
    return new RuleFiles(folder).accept(text.formatted(keys)).rules().get(0);
  }

  @Test
  void retriesUnlessItSaysOtherwise() {
    Rule rule = rule("");

    assertThat(rule.mode()).isEqualTo(Mode.RETRY);
    assertThat(rule.holdsMonitor()).isFalse();
    assertThat(rule.exclude()).isEmpty();
    assertThat(rule.place()).hasToString(folder.resolve("rules.yaml") + ":3:5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"off", "'off'", "\"off\"", "Off", "OFF", "false", "no"})
  void isOffHoweverYamlReadsTheWord(String word) {
    assertThat(rule(", mode: " + word).mode()).isEqualTo(Mode.OFF);
  }

  @Test
  void observesWhenAsked() {
    assertThat(rule(", mode: observe").mode()).isEqualTo(Mode.OBSERVE);
  }

  @Test
  void takesOnePatternOrAListOfThem() {
    assertThat(rule(", exclude: \"* A.b(..)\"").exclude()).hasToString("[* A.b(..)]");
    assertThat(rule(", exclude: [\"* A.b(..)\", A.c()]").exclude())
        .hasToString("[* A.b(..), A.c()]");
  }

  @Test
  void givesMatchingWhatItNeeds() {
    Rule rule = rule(", synchronized: hold");

    assertThat(rule.patterns().rule()).isEqualTo("charge");
    assertThat(rule.patterns().match()).isEqualTo(rule.match());
    assertThat(rule.patterns().holdsMonitor()).isTrue();
    assertThat(rule.patterns().allowsReplay()).isFalse();
    assertThat(rule(", replay: allowed").patterns().allowsReplay()).isTrue();
    assertThat(rule(", replay: refuse").patterns().allowsReplay()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules:", "rules: []", "rules: ~"})
  void warnsWhenThereAreNone(String rules) {
    List<String> problems = new RuleFiles(folder).problems("version: 1\n" + rules + "\n");

    assertThat(problems)
        .containsExactly("rules.yaml:1:1: warning: there are no rules: nothing is retried");
  }

  @Test
  void mayBeWrittenInPartsThatAreMerged() {
    RuleFile read =
        new RuleFiles(folder)
            .accept(
                """
                version: 1
                rules:
                  - &first
                    name: first
                    match: "A.a(..)"
                    strategy: {max-attempts: 7}
                  - <<: *first
                    name: second
                    match: "A.b(..)"
                """);

    assertThat(read.rules().get(1).name()).isEqualTo("second");
    assertThat(read.rules().get(1).strategy().maxAttempts()).isEqualTo(7);
  }
}
