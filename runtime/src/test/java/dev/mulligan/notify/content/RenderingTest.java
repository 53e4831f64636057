package dev.mulligan.notify.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RenderingTest {

  private static final Body BODY = new Body.Builder().bold("a<b").words(" & c\nnext line").build();

  @Test
  void escapesEverythingAndMarksUpWhatStandsOut() {
    assertThat(Rendering.of(BODY, new Html(), TextLimit.utf16(1_000)))
        .isEqualTo("<b>a&lt;b</b> &amp; c<br>\nnext line");
  }

  @Test
  void cutsAtEveryLimitWithoutBreakingAnEscapeOrAMarkup() {
    String whole = Rendering.of(BODY, new Html(), TextLimit.utf16(1_000));
    for (int most = 1; most < whole.length(); most++) {
      String cut = Rendering.of(BODY, new Html(), TextLimit.utf16(most));
      assertThat(cut).hasSizeLessThanOrEqualTo(most);
      assertThat(cut.replaceAll("&(amp|lt);|<b>[^<]*</b>|<br>", "")).doesNotContain("<", "&", ">");
      assertThat(cut.isEmpty() || cut.contains("…")).as(cut).isTrue();
    }
  }

  @Test
  void fillsTheLimitAsFarAsItCan() {
    assertThat(Rendering.of("&&&&", new Html(), TextLimit.utf16(11))).isEqualTo("&amp;&amp;…");
    assertThat(Rendering.of("abcdef", Markup.PLAIN, TextLimit.utf16(6))).isEqualTo("abcdef");
    assertThat(Rendering.of("abcdefg", Markup.PLAIN, TextLimit.utf16(6))).isEqualTo("abcde…");
  }

  @Test
  void countsInTheVendorsUnit() {
    assertThat(Rendering.of("äöüß", Markup.PLAIN, TextLimit.bytes(7))).isEqualTo("äö…");
    assertThat(Rendering.of("😀😀😀", Markup.PLAIN, TextLimit.codePoints(2))).isEqualTo("😀…");
    assertThat(Rendering.of("😀😀", Markup.PLAIN, TextLimit.utf16(3))).isEqualTo("😀…");
    assertThat(Rendering.of("<<<<", new Html(), TextLimit.afterParsing(4)))
        .isEqualTo("&lt;&lt;&lt;&lt;");
  }

  @Test
  void keepsATextOfTenMegabytesWithinTheLimit() {
    assertThat(Rendering.of("<".repeat(10_000_000), new Html(), TextLimit.utf16(4_000)))
        .hasSizeLessThanOrEqualTo(4_000);
  }

  @Test
  void leavesNoMentionAndNoMarkupInMarkdown() {
    assertThat(new Markdown().escape("@everyone **x** [a](http://evil) `c` <@1>"))
        .isEqualTo("@\u200Beveryone \\*\\*x\\*\\* \\[a\\](http://evil) \\`c\\` \\<@\u200B1\\>");
  }
}
