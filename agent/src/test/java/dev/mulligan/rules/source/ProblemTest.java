package dev.mulligan.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void isPrintedAsACompilerDoes() {
    assertThat(problem("    max-attempt: 10", 12, 5, Optional.of("max-attempts")).render())
        .isEqualTo(
            """
            rules.yaml:12:5: unknown key: did you mean 'max-attempts'?
                 12 |     max-attempt: 10
                    |     ^""");
  }

  @Test
  void saysThatItIsOnlyAWarning() {
    Problem problem = new Problem(Severity.WARNING, "a.yaml", 1, 1, "x", "odd", Optional.empty());

    assertThat(problem).hasToString("a.yaml:1:1: warning: odd");
  }

  @Test
  void hasNoLineWhenTheWholeFileIsMeant() {
    Problem problem =
        new Problem(Severity.ERROR, "a.yaml", 0, 0, "", "no such file", Optional.empty());

    assertThat(problem.render()).isEqualTo("a.yaml: no such file");
  }

  @Test
  void keepsTheCaretBelowItsCharacterAfterTabsAndEmoji() {
    assertThat(problem("\t\"😀\": x", 1, 7, Optional.empty()).render())
        .endsWith("      1 | \t\"😀\": x\n        | \t     ^");
  }

  @Test
  void showsTheMiddleOfAnEndlessLine() {
    String line = "x".repeat(5_000) + "!" + "y".repeat(5_000);

    List<String> lines = problem(line, 3, 5_001, Optional.empty()).render().lines().toList();

    assertThat(lines.get(1)).hasSizeLessThan(200).startsWith("      3 | …x").endsWith("y…");
    assertThat(lines.get(1).charAt(lines.get(2).indexOf('^'))).isEqualTo('!');
  }

  @Test
  void doesNotLetAFileSteerTheTerminal() {
    assertThat(problem("a\u001b[31mb\u0007", 1, 1, Optional.empty()).render())
        .doesNotContain("\u001b", "\u0007")
        .contains("a\uFFFD[31mb\uFFFD");
  }

  @Test
  void areToldFromTheTopOfEachFileDown() {
    Problems problems = new Problems();
    SourceText first = new SourceText(new File("a.yaml"), "1\n2\n3\n");
    SourceText second = new SourceText(new File("b.yaml"), "1\n");
    problems.error(new Place(first, 3, 1), "third");
    problems.error(new Place(second, 1, 1), "last");
    problems.error(new Place(first, 1, 2), "second");
    problems.error(new Place(first, 1, 1), "first");

    assertThat(problems.toList())
        .extracting(Problem::message)
        .containsExactly("first", "second", "third", "last");
  }

  @Test
  void areCutAfterAHundred() {
    Problems problems = new Problems();
    for (int i = 0; i < 137; i++) {
      problems.error("a.yaml", "no. " + i);
    }

    assertThat(problems.errorCount()).isEqualTo(137);
    assertThat(problems.toList()).hasSize(101);
    assertThat(problems.toList().get(100))
        .hasToString("a.yaml: 37 more problems are not shown: correct these first");
  }

  private static Problem problem(String line, int number, int column, Optional<String> suggestion) {
    return new Problem(
        Severity.ERROR, "rules.yaml", number, column, line, "unknown key", suggestion);
  }
}
