package dev.mulligan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.condition.ExceptionCondition;
import dev.mulligan.retry.condition.PropertyTest;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.retry.strategy.Strategy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {

  @TempDir private Path folder = Path.of("");

  private RuleFile read(String strategy) {
    String text = "version: 1\nrules:\n  - name: r\n    match: \"A.a(..)\"\n    strategy: {%s}\n";
    return new RuleFiles(folder).accept(text.formatted(strategy));
  }

  private Strategy strategy(String body) {
    return read(body).rules().get(0).strategy();
  }

  private ValueTest resultTest(String literal) {
    ResultCondition condition =
        strategy("retry-on-result: {is: " + literal + "}").retryOnResult().get(0);
    return ((ResultCondition.Value) condition).test();
  }

  @Test
  void aNameIsAClassWithItsSubclasses() {
    assertThat(strategy("retry-on: [com.acme.A, com.acme.Outer$B]").retryOn())
        .containsExactly(
            ExceptionCondition.ofType("com.acme.A"), ExceptionCondition.ofType("com.acme.Outer$B"));
  }

  @Test
  void allKeysOfAMapAreRead() {
    ExceptionCondition condition =
        strategy(
                "abort-on: {type: com.acme.A, cause: com.acme.B, message: '(?i)busy',"
                    + " sql-state: [08*, 40001], property: response.status, in: [429, 500..599]}")
            .abortOn()
            .get(0);

    assertThat(condition.type()).contains("com.acme.A");
    assertThat(condition.cause()).contains("com.acme.B");
    assertThat(condition.message().map(Object::toString)).contains("(?i)busy");
    assertThat(condition.sqlStates()).containsExactly("08*", "40001");
    assertThat(condition.property())
        .isEqualTo(
            Optional.of(
                new PropertyTest(
                    "response.status",
                    new ValueTest.In(
                        List.of(new ValueTest.Is(429L), new ValueTest.Range(500, 599))))));
  }

  @Test
  void theClassesThatAreNamedAreRememberedWithTheirPlaces() {
    assertThat(read("retry-on: [com.acme.A, {cause: com.acme.B}]").mentions())
        .extracting(ClassMention::name)
        .containsExactly("com.acme.A", "com.acme.B");
  }

  @Test
  void readsNullAndTruthAsYamlDoes() {
    assertThat(resultTest("null")).isEqualTo(new ValueTest.Is(null));
    assertThat(resultTest("~")).isEqualTo(new ValueTest.Is(null));
    assertThat(resultTest("true")).isEqualTo(new ValueTest.Is(true));
    assertThat(resultTest("off")).isEqualTo(new ValueTest.Is(false));
    assertThat(resultTest("'off'")).isEqualTo(new ValueTest.Is("off"));
    assertThat(resultTest("'null'")).isEqualTo(new ValueTest.Is("null"));
  }

  @ParameterizedTest
  @CsvSource({"429, 429", "-1, -1", "+7, 7", "1_000, 1000", "0, 0"})
  void readsWholeNumbers(String written, long meant) {
    assertThat(resultTest(written)).isEqualTo(new ValueTest.Is(meant));
  }

  @ParameterizedTest
  @CsvSource({"1.5, 1.5", "-0.5, -0.5", "1e3, 1000", ".5, 0.5"})
  void readsDecimalNumbers(String written, double meant) {
    assertThat(resultTest(written)).isEqualTo(new ValueTest.Is(meant));
  }

  @ParameterizedTest
  @CsvSource({"PENDING", "'\"429\"', 429", "12:30", "1.2.3", "-", "1e", "99999999999999999999x"})
  void readsEverythingElseAsText(String written) {
    assertThat(((ValueTest.Is) resultTest(written)).literal()).isEqualTo(written.replace("\"", ""));
  }

  @Test
  void readsEveryTestOfAResult() {
    List<ResultCondition> conditions =
        strategy(
                "retry-on-result: [{property: statusCode, in: [\"500..599\", -5..-1]}, {is: null},"
                    + " {in: PENDING}, {matches: again}]")
            .retryOnResult();

    assertThat(conditions.subList(0, 3))
        .containsExactly(
            new ResultCondition.Property(
                new PropertyTest(
                    "statusCode",
                    new ValueTest.In(
                        List.of(new ValueTest.Range(500, 599), new ValueTest.Range(-5, -1))))),
            new ResultCondition.Value(new ValueTest.Is(null)),
            new ResultCondition.Value(new ValueTest.In(List.of(new ValueTest.Is("PENDING")))));
    ValueTest matches = ((ResultCondition.Value) conditions.get(3)).test();
    assertThat(((ValueTest.Matches) matches).pattern().pattern()).isEqualTo("again");
  }
}
