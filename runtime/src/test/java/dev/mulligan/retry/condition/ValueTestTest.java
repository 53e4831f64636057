package dev.mulligan.retry.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.retry.inspect.NotHeldException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ValueTestTest {

  @Test
  void comparesNumbersByValue() {
    ValueTest is = new ValueTest.Is(503);
    assertThat(is.holds(503L)).isTrue();
    assertThat(is.holds((short) 503)).isTrue();
    assertThat(is.holds(503.0)).isTrue();
    assertThat(is.holds(new BigDecimal("503.00"))).isTrue();
    assertThat(is.holds(BigInteger.valueOf(503))).isTrue();
    assertThat(is.holds(504)).isFalse();
    assertThat(is.holds(Double.NaN)).isFalse();
    assertThat(is.holds(null)).isFalse();
  }

  @Test
  void comparesTextsCharactersAndEnumConstants() {
    assertThat(new ValueTest.Is("SECONDS").holds(TimeUnit.SECONDS)).isTrue();
    assertThat(new ValueTest.Is("SECONDS").holds(CharBuffer.wrap("SECONDS"))).isTrue();
    assertThat(new ValueTest.Is("x").holds('x')).isTrue();
    assertThat(new ValueTest.Is("").holds(new Object())).isFalse();
    assertThat(new ValueTest.Is("SECONDS").holds(TimeUnit.DAYS)).isFalse();
  }

  @Test
  void comparesTruthAndNothing() {
    assertThat(new ValueTest.Is(true).holds(true)).isTrue();
    assertThat(new ValueTest.Is(null).holds(null)).isTrue();
    assertThat(new ValueTest.Is(null).holds("null")).isFalse();
  }

  @Test
  void aLiteralWithTheWrongQuotesIsEqualToNothingAndSaysSo() {
    assertMisquoted(
        new ValueTest.Is("503"),
        200,
        "the text \"503\" is compared with a number, and never equal to one: write 503 without"
            + " quotes");
    assertMisquoted(
        new ValueTest.Is("false"),
        false,
        "the text \"false\" is compared with true or false, and never equal to one: write false"
            + " without quotes");
    assertMisquoted(
        new ValueTest.Is(503L),
        "503",
        "503 is compared with a text, and never equal to one: put it in quotes");
    assertMisquoted(
        new ValueTest.Is(true),
        "true",
        "true is compared with a text, and never equal to one: put it in quotes");
    assertMisquoted(
        new ValueTest.Range(500, 599),
        "503",
        "the range 500..599 is compared with a text, and holds numbers only: write matches and a"
            + " regular expression");
    assertThat(new ValueTest.Range(500, 599).holds("BUSY")).isFalse();
    assertThat(new ValueTest.Is(503L).holds("504")).isFalse();
    assertThat(new ValueTest.Is("BUSY").holds(503)).isFalse();
  }

  @Test
  void oneWrongLiteralInAListHidesNoneOfTheOthers() {
    ValueTest in = new ValueTest.In(List.of(new ValueTest.Is("503"), new ValueTest.Is(429L)));
    assertThat(in.holds(429)).isTrue();
    assertThatThrownBy(() -> in.holds(503)).isInstanceOf(NotHeldException.class);
  }

  private static void assertMisquoted(ValueTest test, Object value, String message) {
    assertThatThrownBy(() -> test.holds(value))
        .isInstanceOf(NotHeldException.class)
        .hasMessage(message);
  }

  @Test
  void rangesHoldBothTheirEnds() {
    ValueTest range = new ValueTest.Range(500, 599);
    assertThat(range.holds(499)).isFalse();
    assertThat(range.holds(500)).isTrue();
    assertThat(range.holds(599L)).isTrue();
    assertThat(range.holds(599.5)).isFalse();
    assertThat(range.holds(600)).isFalse();
    assertThat(range.holds("BUSY")).isFalse();
    assertThat(range.holds(null)).isFalse();
  }

  @Test
  void inTakesAnyOfItsValuesAndRanges() {
    ValueTest in = new ValueTest.In(List.of(new ValueTest.Is(429), new ValueTest.Range(500, 599)));
    assertThat(in.holds(429)).isTrue();
    assertThat(in.holds(503)).isTrue();
    assertThat(in.holds(404)).isFalse();
  }

  @Test
  void matchesFindsSomewhereInTheText() {
    ValueTest matches = new ValueTest.Matches(Pattern.compile("(?i)try again"));
    assertThat(matches.holds("Busy, TRY AGAIN later")).isTrue();
    assertThat(matches.holds("done")).isFalse();
    assertThat(matches.holds(null)).isFalse();
  }

  @Test
  @Timeout(20)
  void givesUpARegularExpressionThatBackTracksForEver() {
    ValueTest hostile = new ValueTest.Matches(Pattern.compile("(x+x+)+y"));
    assertThatThrownBy(() -> hostile.holds("x".repeat(5_000)))
        .isInstanceOf(NotHeldException.class)
        .hasMessage("the regular expression '(x+x+)+y' back-tracks without end; simplify it");
  }

  @Test
  @Timeout(20)
  void givesUpARegularExpressionThatOverflowsTheStack() {
    ValueTest hostile = new ValueTest.Matches(Pattern.compile("(?:a|b)*c$"));
    assertThatThrownBy(() -> hostile.holds("ab".repeat(40_000)))
        .isInstanceOf(NotHeldException.class);
  }

  @Test
  void refusesTestsThatNothingCanPass() {
    assertThatThrownBy(() -> new ValueTest.Range(599, 500))
        .hasMessage("range 599..500 is empty: swap its bounds");
    assertThatThrownBy(() -> new ValueTest.In(List.of()))
        .hasMessage("in must list at least one value");
    assertThatThrownBy(() -> new ValueTest.Is(new Object()))
        .hasMessage("a value must be null, true, false, a number or a text");
  }
}
