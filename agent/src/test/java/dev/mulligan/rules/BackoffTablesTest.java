package dev.mulligan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mulligan.retry.delay.BackoffType;
import dev.mulligan.retry.strategy.Strategy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The delays of every type of back-off and jitter, beside what others compute. */
class BackoffTablesTest {

  private static final Path TABLES =
      Path.of("src/test/resources/dev/mulligan/rules/backoff-tables.txt");

  /** The tables are rounded, the product cuts. */
  private static final Offset<Long> ONE_NANOSECOND = within(1L);

  /**
   * @param backoff as in the rule file
   * @param random drawn every time
   */
  private record Line(String backoff, double random, List<Long> nanos) {

    static Line of(String text) {
      String[] parts = text.split(" \\| ", -1);
      return new Line(
          parts[0],
          Double.parseDouble(parts[1]),
          Arrays.stream(parts[2].split(" ", -1)).map(Long::valueOf).toList());
    }
  }

  @TempDir private Path folder;

  static Stream<Line> lines() {
    return RuleFileSchema.read(TABLES)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Line::of);
  }

  @Test
  void everyTypeIsThere() {
    for (String word : BackoffType.words()) {
      assertThat(lines())
          .as(word)
          .anyMatch(line -> line.backoff().contains("{type: " + word + ","));
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void waitsAsTheTableSays(Line line) {
    Strategy strategy = strategy(line.backoff());
    RandomGenerator random = () -> (long) (line.random() * 0x1.0p53) << 11;
    long before = 0;
    for (int attempt = 1; attempt <= line.nanos().size(); attempt++) {
      long expected = line.nanos().get(attempt - 1);
      long delay = strategy.backoff().nanosAfter(attempt, before, random);
      assertThat(strategy.jitter().spread(delay, random))
          .as("after attempt %d", attempt)
          .isCloseTo(expected, ONE_NANOSECOND);
      before = expected; // the table's, so that rounding does not add up
    }
  }

  private Strategy strategy(String backoff) {
    String rules =
        """
        version: 1
        rules:
          - {name: r, match: "A.a()", strategy: {backoff: %s}}
        """;
    return new RuleFiles(folder).accept(rules.formatted(backoff)).rules().get(0).strategy();
  }
}
