package dev.mulligan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanDurationTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S,0s",
    "PT0.000000001S,0.001ms",
    "PT0.00025S,0.25ms",
    "PT0.25S,250ms",
    "PT0.9995S,1s",
    "PT2.5S,2.5s",
    "PT2.537218S,2.537s",
    "PT10S,10s",
    "PT59.9996S,1m",
    "PT60S,1m",
    "PT90S,1m 30s",
    "PT2H5M7S,2h 5m",
    "PT24H,1d",
    "PT27H,1d 3h",
    "-PT1.5S,-1.5s"
  })
  void readsAsPeopleSayIt(Duration duration, String text) {
    assertThat(HumanDuration.of(duration)).isEqualTo(text);
  }
}
