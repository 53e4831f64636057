package dev.mulligan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.retry.builtin.BuiltInStrategies;
import dev.mulligan.retry.delay.BackoffType;
import dev.mulligan.rules.read.RuleReader;
import dev.mulligan.rules.strategy.DelaySourceReader;
import dev.mulligan.rules.strategy.JitterReader;
import dev.mulligan.rules.strategy.OnFailureReader;
import dev.mulligan.rules.value.KeyTable;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.LogLevels;
import dev.mulligan.setting.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema, the parser and the documentation never disagree. */
class SchemaTest {

  private static final RuleFileSchema SCHEMA = new RuleFileSchema();

  private static final JsonObject DEFINITIONS =
      JsonParser.parseString(RuleFileSchema.read(RuleFileSchema.FILE))
          .getAsJsonObject()
          .getAsJsonObject("definitions");

  /** Which definition of the schema describes the block of which table. */
  private static final Map<String, KeyTable> BLOCKS =
      Map.ofEntries(
          Map.entry("strategy", Keys.STRATEGY),
          Map.entry("backoff", Keys.BACKOFF),
          Map.entry("delayFrom", Keys.DELAY_FROM),
          Map.entry("resultCondition", Keys.RESULT_CONDITION),
          Map.entry("onFailure", Keys.ON_FAILURE),
          Map.entry("rule", Keys.RULE),
          Map.entry("notifications", Keys.NOTIFICATIONS),
          Map.entry("channel", Keys.CHANNEL),
          Map.entry("http", Keys.HTTP),
          Map.entry("group", Keys.GROUP),
          Map.entry("outbox", Keys.OUTBOX),
          Map.entry("agent", Keys.AGENT),
          Map.entry("metrics", Keys.METRICS),
          Map.entry("log", Keys.LOG));

  static List<Mistake> readableMistakes() {
    return Mistake.all().stream().filter(each -> !each.schema().equals("unreadable")).toList();
  }

  @ParameterizedTest
  @MethodSource("readableMistakes")
  void judgesMistakesAsTheParserDoesWhereASchemaCan(Mistake mistake) {
    assertThat(SCHEMA.judge(mistake.yaml()).isEmpty())
        .isEqualTo(mistake.schema().equals("accepts"));
  }

  @ParameterizedTest
  @MethodSource("dev.mulligan.rules.SamplesTest#samples")
  void acceptsEverySample(Path sample) {
    assertThat(SCHEMA.judge(RuleFileSchema.read(sample))).isEmpty();
  }

  @Test
  void hasTheKeysThatTheParserAccepts() {
    BLOCKS.forEach(
        (definition, table) ->
            assertThat(properties(DEFINITIONS.getAsJsonObject(definition)))
                .as(definition)
                .containsExactlyInAnyOrderElementsOf(table.keys()));
  }

  /** A key that nobody reads would be accepted, and do nothing. */
  @Test
  void theParserReadsEveryKey() throws IOException {
    Set<String> read = new TreeSet<>();
    for (Setting setting : Setting.values()) {
      read.add(setting.key());
    }
    for (NotificationType type : NotificationType.values()) {
      read.add(type.key());
    }
    StringBuilder readers = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/mulligan/rules"))) {
      files
          .filter(file -> file.toString().endsWith(".java") && !file.endsWith("Keys.java"))
          .forEach(file -> readers.append(RuleFileSchema.read(file)));
    }

    for (KeyTable table : Keys.ALL) {
      for (String key : table.keys()) {
        assertThat(read.contains(key) || readers.indexOf('"' + key + '"') >= 0)
            .as(table.name() + ": " + key)
            .isTrue();
      }
    }
  }

  @Test
  void hasTheTopLevelKeysThatTheParserAccepts() {
    JsonObject root =
        JsonParser.parseString(RuleFileSchema.read(RuleFileSchema.FILE)).getAsJsonObject();

    assertThat(properties(root)).containsExactlyElementsOf(Keys.FILE.keys());
  }

  @Test
  void hasTheKeysOfConditionsOnExceptionsThatTheParserAccepts() {
    JsonElement map =
        DEFINITIONS.getAsJsonObject("exceptionCondition").getAsJsonArray("anyOf").get(1);

    assertThat(properties(map.getAsJsonObject()))
        .containsExactlyElementsOf(Keys.EXCEPTION_CONDITION.keys());
  }

  @Test
  void hasTheWordsThatTheParserAccepts() {
    assertThat(words("backoff", "type")).isEqualTo(new TreeSet<>(BackoffType.words()));
    assertThat(words("backoff", "jitter")).isEqualTo(new TreeSet<>(JitterReader.WORDS));
    assertThat(words("onFailure", "type")).isEqualTo(new TreeSet<>(OnFailureReader.types()));
    assertThat(words("rule", "mode")).isEqualTo(new TreeSet<>(Mode.words()));
    assertThat(words("rule", "synchronized")).isEqualTo(new TreeSet<>(RuleReader.SYNCHRONIZED));
    assertThat(words("strategy", "delay-from")).isEqualTo(new TreeSet<>(DelaySourceReader.WORDS));
    assertThat(words("log", "level")).isEqualTo(new TreeSet<>(LogLevels.words()));
  }

  @Test
  void knowsWhichKeysABackOffTypeTakes() {
    List<String> types = new ArrayList<>();
    for (JsonElement condition : DEFINITIONS.getAsJsonObject("backoff").getAsJsonArray("allOf")) {
      JsonObject when = condition.getAsJsonObject().getAsJsonObject("if");
      String type =
          when.getAsJsonObject("properties").getAsJsonObject("type").get("const").getAsString();
      types.add(type);
      List<String> keys = new ArrayList<>(List.of("type", "jitter"));
      BackoffType.of(type).orElseThrow().settings().forEach(setting -> keys.add(setting.key()));

      JsonObject then = condition.getAsJsonObject().getAsJsonObject("then");
      assertThat(strings(then.getAsJsonObject("propertyNames").get("enum"))).isEqualTo(keys);
    }
    assertThat(types).containsExactlyInAnyOrderElementsOf(BackoffType.words());
  }

  @Test
  void knowsTheBuiltInStrategies() {
    JsonObject names =
        DEFINITIONS
            .getAsJsonObject("strategies")
            .getAsJsonObject("propertyNames")
            .getAsJsonObject("not");
    JsonObject base =
        DEFINITIONS
            .getAsJsonObject("strategy")
            .getAsJsonObject("properties")
            .getAsJsonObject("extends");

    assertThat(strings(names.get("enum"))).isEqualTo(BuiltInStrategies.names());
    assertThat(base.get("description").getAsString())
        .startsWith(String.join(", ", BuiltInStrategies.names()));
  }

  private static List<String> properties(JsonObject block) {
    assertThat(block.get("additionalProperties").getAsBoolean()).isFalse();
    return List.copyOf(block.getAsJsonObject("properties").keySet());
  }

  private static Set<String> words(String definition, String property) {
    JsonObject block = DEFINITIONS.getAsJsonObject(definition).getAsJsonObject("properties");
    Set<String> words = new TreeSet<>();
    for (JsonElement choice : block.getAsJsonObject(property).getAsJsonArray("anyOf")) {
      if (choice.getAsJsonObject().has("enum")) {
        words.addAll(strings(choice.getAsJsonObject().get("enum")));
      }
    }
    words.remove("false");
    return words;
  }

  private static List<String> strings(JsonElement array) {
    return array.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
  }
}
