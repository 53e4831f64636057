package dev.mulligan.retry.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeNumbersTest {

  private static final ValueTest MIXED =
      new ValueTest.In(
          List.of(
              new ValueTest.Range(500, 599),
              new ValueTest.Is(429L),
              new ValueTest.Is(408.0),
              new ValueTest.Is(425.5),
              new ValueTest.Is("BUSY"),
              new ValueTest.Is(null),
              new ValueTest.Is(true),
              new ValueTest.Range(510, 520),
              new ValueTest.Range(-5, -1)));

  @ParameterizedTest
  @ValueSource(
      longs = {
        Long.MIN_VALUE,
        -6,
        -5,
        -1,
        0,
        200,
        407,
        408,
        409,
        425,
        426,
        428,
        429,
        430,
        499,
        500,
        515,
        599,
        600,
        Long.MAX_VALUE
      })
  void areThoseThatPassTheTest(long number) {
    WholeNumbers numbers = WholeNumbers.of(MIXED).orElseThrow();
    assertThat(numbers.contains(number)).isEqualTo(MIXED.holds(number));
  }

  @Test
  void areUnknownWhereTheNumbersTextIsSearched() {
    ValueTest text = new ValueTest.Matches(Pattern.compile("^5"));
    assertThat(WholeNumbers.of(text)).isEmpty();
    assertThat(WholeNumbers.of(new ValueTest.In(List.of(new ValueTest.Is(1), text)))).isEmpty();
  }
}
