package dev.mulligan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.builtin.BuiltInStrategies;
import dev.mulligan.retry.delay.BackoffType;
import dev.mulligan.rules.strategy.OnFailureReader;
import dev.mulligan.rules.value.KeyTable;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.LogLevels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/rules.md says what the parser does. */
class DocumentationTest {

  private static final String PAGE = RuleFileSchema.read(Path.of("../docs/rules.md"));
  private static final Pattern KEY = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

  static Stream<KeyTable> tables() {
    return Keys.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void hasATableOfTheKeysOfEveryBlock(KeyTable table) {
    assertThat(keysUnder(table.name())).containsExactlyInAnyOrderElementsOf(table.keys());
  }

  @Test
  void namesTheWordsOfEachChoice() {
    assertThat(section("backoff")).contains(quoted(BackoffType.words()));
    assertThat(section("on-failure")).contains(quoted(OnFailureReader.types()));
    assertThat(section("agent.log")).contains(quoted(LogLevels.words()));
    assertThat(section("a strategy")).contains(quoted(BuiltInStrategies.names()));
    assertThat(keysUnder("built-in strategies")).isEqualTo(BuiltInStrategies.names());
  }

  @Test
  void theExampleWorks(@TempDir Path folder) {
    Matcher example = Pattern.compile("(?s)```yaml\n(.*?)```").matcher(PAGE);
    assertThat(example.find()).isTrue();
    FakeEnvironment environment =
        new FakeEnvironment()
            .withVariable("SLACK_A", "T0")
            .withVariable("SLACK_B", "B0")
            .withVariable("SLACK_C", "C0");

    assertThat(new RuleFiles(folder, environment).accept(example.group(1)).rules()).hasSize(2);
  }

  private static List<String> keysUnder(String heading) {
    List<String> keys = new ArrayList<>();
    Matcher key = KEY.matcher(section(heading));
    while (key.find()) {
      keys.add(key.group(1));
    }
    return keys;
  }

  private static String section(String heading) {
    for (String section : PAGE.split("(?m)^##+ ", -1)) {
      if (section.toLowerCase(Locale.ROOT).startsWith(heading + "\n")) {
        return section;
      }
    }
    throw new AssertionError("docs/rules.md has no section '" + heading + "'");
  }

  private static List<String> quoted(List<String> words) {
    return words.stream().map(word -> "`" + word + "`").toList();
  }
}
