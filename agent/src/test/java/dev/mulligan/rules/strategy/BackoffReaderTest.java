package dev.mulligan.rules.strategy;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.delay.Jitter;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.rules.RuleFile;
import dev.mulligan.rules.RuleFiles;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffReaderTest {

  @TempDir private Path folder = Path.of("");

  private Strategy with(String backoff) {
    String text =
        "version: 1\nrules:\n  - name: r\n    match: \"A.a(..)\"\n    strategy: {backoff: {%s}}\n";
    return new RuleFiles(folder).accept(text.formatted(backoff)).rules().get(0).strategy();
  }

  @Test
  void readsEveryType() {
    assertThat(with("type: fixed, initial: 2s").backoff())
        .isEqualTo(new Backoff.Fixed(ofSeconds(2)));
    assertThat(with("type: linear, initial: 2s, increment: 3s, max: 9s").backoff())
        .isEqualTo(new Backoff.Linear(ofSeconds(2), ofSeconds(3), ofSeconds(9)));
    assertThat(with("type: exponential, initial: 2s, multiplier: 1.5, max: 9s").backoff())
        .isEqualTo(new Backoff.Exponential(ofSeconds(2), 1.5, ofSeconds(9)));
    assertThat(
            with("type: random-exponential, min: 1s, initial: 2s, multiplier: 3, max: 9s")
                .backoff())
        .isEqualTo(new Backoff.RandomExponential(ofSeconds(1), ofSeconds(2), 3, ofSeconds(9)));
    assertThat(with("type: random, min: 1s, max: 9s").backoff())
        .isEqualTo(new Backoff.Random(ofSeconds(1), ofSeconds(9)));
    assertThat(with("type: fibonacci, initial: 2s, max: 9s").backoff())
        .isEqualTo(new Backoff.Fibonacci(ofSeconds(2), ofSeconds(9)));
    assertThat(with("type: decorrelated, initial: 2s, max: 9s").backoff())
        .isEqualTo(new Backoff.Decorrelated(ofSeconds(2), ofSeconds(9)));
  }

  @Test
  void inheritsTheValuesOfEveryType() {
    String text =
        """
        version: 1
        strategies:
          parent: {backoff: {%s}}
        rules:
          - {name: r, match: "A.a(..)", strategy: {extends: parent, backoff: {jitter: equal}}}
        """;
    for (String backoff :
        new String[] {
          "type: fixed, initial: 2s",
          "type: linear, initial: 2s, increment: 3s, max: 9s",
          "type: exponential, initial: 2s, multiplier: 1.5, max: 9s",
          "type: random-exponential, min: 1s, initial: 2s, multiplier: 3, max: 9s",
          "type: random, min: 1s, max: 9s",
          "type: fibonacci, initial: 2s, max: 9s",
          "type: decorrelated, initial: 2s, max: 9s"
        }) {
      RuleFile read = new RuleFiles(folder).accept(text.formatted(backoff));

      Strategy child = read.rules().get(0).strategy();
      assertThat(read.strategies().values())
          .extracting(Strategy::backoff)
          .contains(child.backoff());
      assertThat(child.jitter()).isEqualTo(new Jitter.Equal());
    }
  }

  @Test
  void readsEveryJitter() {
    assertThat(with("jitter: none").jitter()).isEqualTo(new Jitter.None());
    assertThat(with("jitter: full").jitter()).isEqualTo(new Jitter.Full());
    assertThat(with("jitter: equal").jitter()).isEqualTo(new Jitter.Equal());
    assertThat(with("jitter: 0.2").jitter()).isEqualTo(new Jitter.Factor(0.2));
    assertThat(with("jitter: 1").jitter()).isEqualTo(new Jitter.Factor(1));
    assertThat(with("jitter: 500ms").jitter()).isEqualTo(new Jitter.Spread(ofMillis(500)));
  }

  @Test
  void jitterLargerThanTheDelayIsNoMistake() {
    assertThat(with("type: fixed, initial: 1s, jitter: 5s").jitter())
        .isEqualTo(new Jitter.Spread(ofSeconds(5)));
  }

  @ParameterizedTest
  @CsvSource({
    "0s, PT0S",
    "250ms, PT0.25S",
    "1.5s, PT1.5S",
    "0.000000001s, PT0.000000001S",
    "0.5ms, PT0.0005S",
    "90s, PT1M30S",
    "10m, PT10M",
    "2.5h, PT2H30M",
    "PT2S, PT2S",
    "pt1m30s, PT1M30S",
    "P1D, PT24H",
    "' 7s ', PT7S",
  })
  void readsEveryDuration(String written, Duration meant) {
    Strategy strategy = with("type: fixed, initial: '%s'".formatted(written));

    assertThat(strategy.backoff()).isEqualTo(new Backoff.Fixed(meant));
  }
}
