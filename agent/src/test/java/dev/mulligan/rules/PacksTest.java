package dev.mulligan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.rules.source.Problem;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PacksTest {

  private static final Path SOURCES = Path.of("../config-samples/packs");

  @TempDir private Path folder = Path.of("");
  private RuleFiles files = new RuleFiles(folder);

  @BeforeEach
  void inAFreshFolder() {
    files = new RuleFiles(folder);
  }

  static List<String> names() {
    return Packs.NAMES;
  }

  @Test
  void thereIsOneForEachSource() {
    String[] sources = Objects.requireNonNull(SOURCES.toFile().list());

    assertThat(Arrays.stream(sources).map(name -> name.replace(".yaml", "")).sorted())
        .containsExactlyElementsOf(Packs.NAMES);
  }

  @ParameterizedTest
  @MethodSource("names")
  void isAcceptedByItself(String name) {
    RuleFile read = files.accept("version: 1\ninclude: pack:" + name + "\n");

    assertThat(read.rules()).isNotEmpty();
    assertThat(read.read().files()).extracting(File::getName).containsExactly("rules.yaml");
  }

  @ParameterizedTest
  @MethodSource("names")
  void isAcceptedByTheSchema(String name) {
    RuleFileSchema schema = new RuleFileSchema();

    assertThat(schema.judge(RuleFileSchema.read(SOURCES.resolve(name + ".yaml")))).isEmpty();
    assertThat(schema.judge("version: 1\ninclude: pack:" + name + "\n")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyRuleHasAStrategyOfItsOwnNameToOverride(String name) {
    RuleFile read = files.accept("version: 1\ninclude: pack:" + name + "\n");

    assertThat(read.rules()).allMatch(rule -> rule.strategy().name().equals(rule.name()));
  }

  @ParameterizedTest
  @MethodSource("names")
  void isExplainedOnItsPage(String name) {
    assertThat(RuleFileSchema.read(Path.of("../docs/packs.md"))).contains("\n## " + name + "\n");
  }

  @Test
  void theSchemaKnowsTheirNames() {
    JsonElement known =
        JsonParser.parseString(RuleFileSchema.read(RuleFileSchema.FILE))
            .getAsJsonObject()
            .getAsJsonObject("definitions")
            .getAsJsonObject("pack")
            .get("enum");

    assertThat(known.getAsJsonArray().asList().stream().map(JsonElement::getAsString))
        .containsExactlyElementsOf(Packs.NAMES.stream().map(Packs.PREFIX::concat).toList());
  }

  @Test
  void allCanBeIncludedTogetherAndTwiceCountsOnce() {
    String all = String.join(", ", Packs.NAMES.stream().map(Packs.PREFIX::concat).toList());

    RuleFile read = files.accept("version: 1\ninclude: [" + all + ", pack:quartz]\n");

    assertThat(read.rules()).extracting(Rule::name).doesNotHaveDuplicates();
  }

  @Test
  void aFailedTaskIsToldAsATaskFailure() {
    Rule rule = files.accept("version: 1\ninclude: pack:quartz\n").rules().get(0);

    assertThat(rule.strategy().maxAttempts()).isEqualTo(3);
    assertThat(rule.strategy().onFailure().notifies()).isTrue();
    assertThat(rule.strategy().onFailure().type()).isEqualTo(NotificationType.TASK_FAILURE);
  }

  @Test
  void ownRulesAreTriedBeforeAPacks() {
    RuleFile read =
        files.accept(
            """
            version: 1
            include: pack:quartz
            rules:
              - {name: not-this-one, match: "com.acme.Billing.execute(..)", mode: off}
            """);

    assertThat(read.rules()).extracting(Rule::name).containsExactly("not-this-one", "quartz-jobs");
  }

  @Test
  void anOwnRuleTakesThePlaceOfAPacksOfTheSameName() {
    RuleFile read =
        files.accept(
            """
            version: 1
            include: pack:quartz
            rules:
              - {name: quartz-jobs, match: "com.acme..*Job.execute(..)", strategy: quartz-jobs}
            """);

    assertThat(read.rules()).hasSize(1);
    assertThat(read.rules().get(0).match()).hasToString("[com.acme..*Job.execute(..)]");
    assertThat(read.rules().get(0).strategy().abortOn()).hasSize(3);
  }

  @Test
  void anOwnStrategyTakesThePlaceOfAPacksOfTheSameNameAndMayExtendIt() {
    files.write(
        "team.yaml",
        "version: 1\nstrategies:\n  quartz-jobs: {extends: quartz-jobs, max-duration: 5m}\n");

    Rule rule = files.accept("version: 1\ninclude: [pack:quartz, team.yaml]\n").rules().get(0);

    assertThat(rule.strategy().maxDuration()).hasValue(Duration.ofMinutes(5));
    assertThat(rule.strategy().abortOn()).hasSize(3);
  }

  @Test
  void twoOwnRulesOfOneNameAreAMistakeAllTheSame() {
    String rule = "{name: quartz-jobs, match: \"A.a()\"}";

    assertThat(
            files.problems("version: 1\ninclude: pack:quartz\nrules: [" + rule + ", " + rule + "]"))
        .hasSize(1)
        .first()
        .asString()
        .contains("rule 'quartz-jobs' exists already");
  }

  @Test
  void extendingItselfWithoutThePackIsACircle() {
    assertThat(files.problems("version: 1\nstrategies:\n  a: {extends: a}\n"))
        .first()
        .asString()
        .contains("strategies extend each other in a circle: a -> a");
  }

  @Test
  void theNearestNameIsToldOfAMisspeltOne() {
    assertThat(files.problems("version: 1\ninclude: pack:spring-schedulling\n"))
        .contains(
            "rules.yaml:2:10: unknown pack 'pack:spring-schedulling': did you mean"
                + " 'pack:spring-scheduling'?");
  }

  @Test
  void allNamesAreToldWhereNoneIsNear() {
    List<Problem> problems = files.read("version: 1\ninclude: pack:cobol\n").problems();

    assertThat(problems.get(0).message()).contains("known are executors, http-clients, jdbc");
  }
}
