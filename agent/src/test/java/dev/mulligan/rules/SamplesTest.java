package dev.mulligan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.builtin.BuiltInStrategies;
import dev.mulligan.rules.read.RuleFileReader;
import dev.mulligan.rules.source.Environment;
import dev.mulligan.rules.source.Problem;
import dev.mulligan.rules.value.KeyTable;
import dev.mulligan.rules.value.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {

  private static final Path SAMPLES = Path.of("../config-samples/rules");
  private static final Path STARTER = Path.of("src/main/resources/dev/mulligan/rules/starter.yaml");

  private static final Environment ENVIRONMENT =
      new FakeEnvironment()
          .withVariable("SLACK_A", "T00000000")
          .withVariable("SLACK_B", "B00000000")
          .withVariable("SLACK_C", "XXXXXXXXXXXXXXXX")
          .withFile("/run/secrets/alert-token", "t0ken\n");

  static List<Path> samples() throws IOException {
    List<Path> samples = new ArrayList<>(List.of(STARTER));
    try (Stream<Path> files = Files.list(SAMPLES)) {
      files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(samples::add);
    }
    return samples;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isAcceptedWithoutAWarning(Path sample) {
    ReadResult result = RuleFileReader.read(sample.toFile(), ENVIRONMENT);

    assertThat(result.problems()).map(Problem::render).isEmpty();
    assertThat(((ReadResult.Accepted) result).rules().rules()).isNotEmpty();
  }

  @Test
  void everyKeyIsInTheSampleOfEveryKey() {
    String text = RuleFileSchema.read(SAMPLES.resolve("every-key.yaml"));

    for (KeyTable table : Keys.ALL) {
      for (String key : table.keys()) {
        assertThat(text).as(table.name()).containsPattern("(?<![a-z-])" + key + ":");
      }
    }
  }

  @Test
  void theStarterNamesTheBuiltInStrategies() {
    assertThat(RuleFileSchema.read(STARTER))
        .contains(" " + String.join(", ", BuiltInStrategies.names()) + ".");
  }

  @Test
  void theTeamsFilesAreTriedAfterTheMainFilesOwnRules() {
    ReadResult result =
        RuleFileReader.read(SAMPLES.resolve("many-teams.yaml").toFile(), ENVIRONMENT);

    assertThat(((ReadResult.Accepted) result).rules().rules())
        .extracting(Rule::name)
        .containsExactly("never-twice", "checkout-shipping", "search-index");
  }
}
