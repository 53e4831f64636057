package dev.mulligan.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.rules.read.RuleFileReader;
import dev.mulligan.rules.source.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFilesTest {

  @TempDir private Path folder = Path.of("");
  private RuleFiles files = new RuleFiles(folder);

  @BeforeEach
  void inAFreshFolder() {
    files = new RuleFiles(folder);
  }

  @Test
  void aMissingFile() {
    assertThat(problemsOf(folder.resolve("none.yaml")))
        .containsExactly("none.yaml: there is no such file");
  }

  @Test
  void aFolder() {
    assertThat(problemsOf(folder)).containsExactly(folder + ": it is a directory");
  }

  @Test
  void anEmptyFile() {
    assertThat(files.problems(""))
        .containsExactly("rules.yaml: the file is empty: begin it with 'version: 1'");
    assertThat(files.problems("# to be done\n~\n"))
        .containsExactly("rules.yaml: the file is empty: begin it with 'version: 1'");
  }

  @Test
  void aFileOfMoreThanAMegabyte() {
    assertThat(files.problems("#".repeat(1024 * 1024 + 1)))
        .containsExactly("rules.yaml: it is larger than 1024 KB");
  }

  @Test
  void filesOfMoreThanFourMegabytesInAll() {
    for (int i = 0; i < 5; i++) {
      files.write("big" + i + ".yaml", "version: 1\n" + "#".repeat(1_000_000));
    }

    assertThat(files.problems("version: 1\ninclude: big*.yaml\n"))
        .containsExactly(
            "rules.yaml:2:10: big4.yaml cannot be read: with this file, the rule files exceed 4 MB"
                + " in total");
  }

  @Test
  void moreThanTwoHundredFiles() {
    for (int i = 0; i < 250; i++) {
      files.write("part" + i + ".yaml", "version: 1\n");
    }

    assertThat(files.problems("version: 1\ninclude: part*.yaml\n"))
        .contains("rules.yaml:2:10: more than 200 files are included");
  }

  @Test
  void moreThanFiveThousandRules() {
    StringBuilder yaml = new StringBuilder("version: 1\nrules:\n");
    for (int i = 0; i < 5_001; i++) {
      yaml.append("  - {name: r%d, match: \"A.a(..)\"}\n".formatted(i));
    }

    assertThat(files.problems(yaml.toString()))
        .containsExactly("rules.yaml:5003:5: more than 5000 rules");
  }

  @Test
  void strategiesThatExtendEachOtherForEver() {
    StringBuilder yaml = new StringBuilder("version: 1\nstrategies:\n");
    for (int i = 0; i < 3_000; i++) {
      yaml.append("  s%d: {extends: s%d}\n".formatted(i, i + 1));
    }
    yaml.append("  s3000: {}\n");

    assertThat(files.problems(yaml.toString()))
        .contains("rules.yaml:35:18: more than 32 strategies extend each other");
  }

  @Test
  void anEndlessRegularExpression() {
    assertThat(
            files.problems("version: 1\nnotifications: {redact: \"" + "a?".repeat(600) + "\"}\n"))
        .singleElement()
        .asString()
        .startsWith(
            "rules.yaml:2:25: 'redact' takes a regular expression of at most 1000 characters");
  }

  @Test
  void aRegularExpressionThatIsNestedTooDeepForTheCompiler() {
    assertThat(
            files.problems(
                "version: 1\nnotifications: {redact: \""
                    + "(".repeat(499)
                    + ")".repeat(499)
                    + "\"}\n"))
        .containsExactly("rules.yaml:1:1: warning: there are no rules: nothing is retried");
  }

  @Test
  void latin1() throws IOException {
    Path file = folder.resolve("rules.yaml");
    Files.write(file, "version: 1\n# Grüße\n".getBytes(ISO_8859_1));

    assertThat(problemsOf(file))
        .containsExactly("rules.yaml:2:5: it is not UTF-8: save it as UTF-8");
  }

  @Test
  void aByteOrderMarkIsNoMistake() {
    assertThat(files.problems("\uFEFFversion: 1\nrules: [{name: a, match: \"A.a(..)\"}]\n"))
        .isEmpty();
  }

  /** Bytes changed, cut, doubled at random: whatever comes of it, there is an answer. */
  @Test
  void neverThrowsWhateverTheFileHolds() throws IOException {
    byte[] sample = Files.readAllBytes(Path.of("../config-samples/rules/every-key.yaml"));
    Random random = new Random(20_261_123);
    Path file = folder.resolve("rules.yaml");
    int refused = 0;
    for (int round = 0; round < 2_000; round++) {
      Files.write(file, mutated(sample, random));
      ReadResult result = RuleFileReader.read(file.toFile(), new FakeEnvironment());
      assertThat(result.problems())
          .allSatisfy(problem -> assertThat(problem.render()).isNotEmpty());
      refused += result instanceof ReadResult.Refused ? 1 : 0;
    }
    assertThat(refused).isGreaterThan(1_000);
  }

  private static byte[] mutated(byte[] sample, Random random) {
    byte[] bytes = sample.clone();
    String signs = "{}[]:,-#&*!|>'\"%@`?\n\t \\$<.0aé\u0000";
    byte[] interesting = signs.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int i = random.nextInt(8); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = interesting[random.nextInt(interesting.length)];
    }
    return bytes;
  }

  private List<String> problemsOf(Path file) {
    List<Problem> problems =
        RuleFileReader.read(new File(file.toString()), new FakeEnvironment()).problems();
    return files.rendered(problems);
  }
}
