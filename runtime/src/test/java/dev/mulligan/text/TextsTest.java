package dev.mulligan.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void cutsToTheLimitWithAnEllipsis() {
    assertThat(Texts.cut("abcdef", 4)).isEqualTo("abc…");
    assertThat(Texts.cut("abcd", 4)).isEqualTo("abcd");
  }

  @Test
  void cutsNoSurrogatePairInHalf() {
    assertThat(Texts.cut("ab😀cd", 4)).isEqualTo("ab…");
  }

  @Test
  void showsNulControlCharactersAndLoneSurrogatesAsReplacement() {
    assertThat(Texts.clean("a\0b\u001B[1m\tc\nd")).isEqualTo("a\uFFFDb\uFFFD[1m\tc\nd");
    assertThat(Texts.clean("x\uD83Dy\uDE00z😀")).isEqualTo("x\uFFFDy\uFFFDz😀");
    assertThat(Texts.clean("\uD83D")).isEqualTo("\uFFFD");
  }

  @Test
  void showsWhatTurnsTheDirectionOfWritingAsReplacementAndKeepsMarks() {
    assertThat(Texts.clean("a\u202Egpj.exe\u202C \u2066b\u2069 \u202A\u202B\u202D\u2067\u2068"))
        .isEqualTo("a\uFFFDgpj.exe\uFFFD \uFFFDb\uFFFD \uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
    assertThat(Texts.clean("\u05E9\u200F1\u200E")).isEqualTo("\u05E9\u200F1\u200E");
  }
}
