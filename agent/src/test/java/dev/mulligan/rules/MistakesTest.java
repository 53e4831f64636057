package dev.mulligan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MistakesTest {

  private static final FakeEnvironment ENVIRONMENT =
      new FakeEnvironment()
          .withVariable("TOKEN", "s3cr3t-t0ken!")
          .withVariable("NEGATIVE", "-7")
          .withVariable("MINUTE", "1m")
          .withVariable("OPEN", "(s3cr3t")
          .withVariable("CHAIN", "0:s3cr3t")
          .withVariable("TWO_WORDS", "s3cr3t word");

  @TempDir private Path folder = Path.of("");

  static List<Mistake> mistakes() {
    return Mistake.all();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void tellsPlaceReasonAndRemedy(Mistake mistake) {
    assertThat(new RuleFiles(folder, ENVIRONMENT).problems(mistake.yaml()))
        .containsExactlyElementsOf(mistake.said());
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void showsTheLineAndPutsTheCaretBelowThePlace(Mistake mistake) {
    ReadResult result = new RuleFiles(folder, ENVIRONMENT).read(mistake.yaml());

    assertThat(result.problems())
        .allSatisfy(
            problem -> {
              List<String> lines = problem.render().lines().toList();
              assertThat(lines).hasSize(3);
              int caret = lines.get(2).indexOf('^') - lines.get(2).indexOf('|') - 2;
              assertThat(lines.get(2).indexOf('|')).isEqualTo(lines.get(1).indexOf('|'));
              assertThat(caret).isLessThanOrEqualTo(problem.lineText().length());
              assertThat(problem.lineText().length()).isGreaterThanOrEqualTo(problem.column() - 1);
            });
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void neverShowsWhatAPlaceholderStandsFor(Mistake mistake) {
    ReadResult result = new RuleFiles(folder, ENVIRONMENT).read(mistake.yaml());

    assertThat(result.problems())
        .allSatisfy(problem -> assertThat(problem.render()).doesNotContain("s3cr3t"));
  }
}
