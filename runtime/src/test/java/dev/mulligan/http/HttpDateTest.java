package dev.mulligan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994"
      })
  void readsTheThreeFormsOfRfc9110(String text) {
    assertThat(HttpDate.parse(text, NOW)).contains(Instant.parse("1994-11-06T08:49:37Z"));
  }

  @Test
  void aYearOfTwoDigitsIsNeverMoreThanFiftyYearsAhead() {
    assertThat(HttpDate.parse("Friday, 01-Jan-27 00:00:00 GMT", NOW))
        .contains(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(HttpDate.parse("Saturday, 01-Jan-77 00:00:00 GMT", NOW))
        .contains(Instant.parse("1977-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "Sun, 06 Nov 1994",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "Mon, 06 Nov 1994 08:49:37 GMT",
        "Sun, 32 Nov 1994 08:49:37 GMT",
        "1994-11-06T08:49:37Z"
      })
  void whatIsNoDateIsNone(String text) {
    assertThat(HttpDate.parse(text, NOW)).isEmpty();
  }
}
