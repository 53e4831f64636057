package dev.mulligan.rules.yaml;

import static dev.mulligan.rules.yaml.Sources.at;
import static dev.mulligan.rules.yaml.Sources.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlReaderTest {

  private final Sources sources = new Sources();

  @Test
  void knowsTheLineAndColumnOfEveryValue() {
    Node root =
        sources.read(
            """
            a: 1
            b:
              - x
              - {c: 'two words', d: "e"}
            """);

    assertThat(at(root, "a").place()).hasToString("rules.yaml:1:4");
    assertThat(at(root, "b").place()).hasToString("rules.yaml:3:3");
    assertThat(at(at(root, "b"), 0).place()).hasToString("rules.yaml:3:5");
    assertThat(at(at(at(root, "b"), 1), "d").place()).hasToString("rules.yaml:4:25");
  }

  @Test
  void countsColumnsInCharactersAlsoBeyondTheBasicPlane() {
    Node root = sources.read("{\"😀😀\": 1, \"é\": 2}\n");

    assertThat(at(root, "é").place()).hasToString("rules.yaml:1:16");
  }

  @Test
  void findsTheLinesOfAFileWithCarriageReturns() {
    Node root = sources.read("a: 1\r\nb: 2\rc: 3\n");

    assertThat(at(root, "c").place()).hasToString("rules.yaml:3:4");
    assertThat(at(root, "b").place().lineText()).isEqualTo("b: 2");
  }

  @Test
  void knowsPlainTextsFromQuotedOnes() {
    Node root = sources.read("{a: off, b: 'off', c: \"off\", d: !!str off}\n");

    assertThat(((Scalar) at(root, "a")).style()).isEqualTo(Scalar.Style.PLAIN);
    assertThat(((Scalar) at(root, "b")).style()).isEqualTo(Scalar.Style.QUOTED);
    assertThat(((Scalar) at(root, "c")).style()).isEqualTo(Scalar.Style.QUOTED);
    assertThat(((Scalar) at(root, "d")).style()).isEqualTo(Scalar.Style.QUOTED);
  }

  @Test
  void readsBlockScalarsOfSeveralLines() {
    Node root = sources.read("a: >-\n  one\n  two\nb: |\n  one\n  two\n");

    assertThat(text(at(root, "a"))).isEqualTo("one two");
    assertThat(text(at(root, "b"))).isEqualTo("one\ntwo\n");
  }

  @Test
  void repeatsAnAnchoredValueWhereItsAliasStands() {
    Node root = sources.read("a: &x {b: 1}\nc: *x\n");

    assertThat(text(at(at(root, "c"), "b"))).isEqualTo("1");
  }

  @Test
  void mergesMapsAndLetsOwnKeysWin() {
    Node root =
        sources.read(
            """
            slow: &slow {attempts: 3, delay: 9s}
            sure: &sure {attempts: 9, limit: 1h}
            both:
              <<: [*slow, *sure]
              delay: 1s
            """);

    Node both = at(root, "both");
    assertThat(text(at(both, "attempts"))).isEqualTo("3");
    assertThat(text(at(both, "delay"))).isEqualTo("1s");
    assertThat(text(at(both, "limit"))).isEqualTo("1h");
    assertThat(sources.problems()).isEmpty();
  }

  @Test
  void readsQuotedMergeSignsAsAKeyLikeAnyOther() {
    assertThat(text(at(sources.read("'<<': 1\n"), "<<"))).isEqualTo("1");
  }

  @Test
  void hasNothingToReadInAnEmptyFile() {
    assertThat(sources.problemsOf("")).isEmpty();
    assertThat(sources.problemsOf("# nothing\n")).isEmpty();
  }

  @Test
  void stopsAtTheThirtyThirdLevel() {
    String deep = "[".repeat(40) + "]".repeat(40) + "\n";

    assertThat(sources.problemsOf(deep))
        .containsExactly("rules.yaml:1:34: nested more than 32 levels deep");
  }

  @Test
  void stopsAtAMillionOpenBrackets() {
    assertThat(sources.problemsOf("[".repeat(1_000_000)))
        .containsExactly("rules.yaml:1:34: nested more than 32 levels deep");
  }

  @Test
  void countsWhatAliasesStandForSoThatAFewLinesAreNotBillionsOfValues() {
    StringBuilder laughs =
        new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int i = 1; i < 10; i++) {
      String nine = ("*a" + (i - 1) + ", ").repeat(9);
      laughs.append("a%d: &a%d [%s]\n".formatted(i, i, nine));
    }

    assertThat(sources.problemsOf(laughs.toString()))
        .singleElement()
        .asString()
        .contains("more than 100000 values, including those that aliases refer to");
  }

  @Test
  void countsWhatMergeKeysBringAlong() {
    StringBuilder yaml = new StringBuilder("base: &base {");
    for (int i = 0; i < 1_000; i++) {
      yaml.append("key").append(i).append(": 1, ");
    }
    yaml.append("}\nall:\n");
    for (int i = 0; i < 100; i++) {
      yaml.append("  - {<<: *base}\n");
    }

    assertThat(sources.problemsOf(yaml.toString()))
        .singleElement()
        .asString()
        .contains("more than 100000 values");
  }

  @Test
  void namesACharacterThatYamlDoesNotAllow() {
    assertThat(sources.problemsOf("a: 1\nb: x\u0007y\n"))
        .containsExactly("rules.yaml:2:5: the character U+0007 is not allowed in YAML: remove it");
  }

  @Test
  void keepsTheFirstOfDuplicateKeys() {
    Node root = sources.read("a: 1\na: 2\n");

    assertThat(text(at(root, "a"))).isEqualTo("1");
    assertThat(sources.problems())
        .containsExactly("rules.yaml:2:1: duplicate key 'a': line 1 has it too");
  }
}
