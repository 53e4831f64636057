package dev.mulligan.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-05T03:00:00Z");

  @Test
  void isSecondsOrADate() {
    assertThat(RetryAfter.parse(" 120 ", NOW)).contains(Duration.ofMinutes(2));
    assertThat(RetryAfter.parse("Thu, 05 Nov 2026 03:00:30 GMT", NOW))
        .contains(Duration.ofSeconds(30));
  }

  @Test
  void isZeroForADateThatHasPassed() {
    assertThat(RetryAfter.parse("Thu, 05 Nov 2020 03:00:30 GMT", NOW)).contains(Duration.ZERO);
  }

  @Test
  void isBoundedForAHostileNumber() {
    assertThat(RetryAfter.parse("9".repeat(1_000), NOW)).contains(Duration.ofSeconds(999_999_999));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "soon", "1.5", "٣"})
  void isNothingWhenItIsNeither(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isEmpty();
  }

  /** The clock of this machine may be wrong by years. */
  @Test
  void aDateIsComparedWithTheServersClock() {
    Map<String, String> headers =
        Map.of(
            "Retry-After", "Thu, 05 Nov 2020 03:00:30 GMT",
            "Date", "Thu, 05 Nov 2020 03:00:10 GMT");
    assertThat(new HttpAnswer(503, "", headers).retryAfter()).contains(Duration.ofSeconds(20));
    assertThat(RetryAfter.timeAtServer(Optional.of("yesterday"), NOW)).isEqualTo(NOW);
    assertThat(RetryAfter.timeAtServer(Optional.empty(), NOW)).isEqualTo(NOW);
  }
}
