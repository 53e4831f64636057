package dev.mulligan.retry.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.LogCapture;
import dev.mulligan.retry.Strategies;
import dev.mulligan.retry.judge.Conditions;
import dev.mulligan.retry.strategy.Strategy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultConditionTest {

  private final LogCapture log = new LogCapture();

  @Test
  void theValueItselfIsAsked() {
    ResultCondition isNull = new ResultCondition.Value(new ValueTest.Is(null));
    assertThat(retried(null, isNull)).isTrue();
    assertThat(retried("something", isNull)).isFalse();
  }

  @Test
  void aPropertyOfTheValueIsAsked() {
    ResultCondition busy = status();
    assertThat(retried(new Reply(503), busy)).isTrue();
    assertThat(retried(new Reply(200), busy)).isFalse();
  }

  @Test
  void nothingHasNoPropertyAndNobodyComplains() {
    assertThat(retried(null, status())).isFalse();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void aMapHasTheValueOfAKey() {
    ResultCondition nested =
        new ResultCondition.Property(new PropertyTest("answer.statusCode", new ValueTest.Is(503)));
    assertThat(retried(Map.of("statusCode", 503), status())).isTrue();
    assertThat(retried(Map.of("statusCode", 200), status())).isFalse();
    assertThat(retried(Map.of("answer", Map.of("statusCode", 503)), nested)).isTrue();
    assertThat(retried(Map.of(), nested)).isFalse();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void aMapWhoseKeysAreNoTextsDoesNotFit() {
    assertThat(retried(new TreeMap<>(Map.of(1, 503)), status())).isFalse();
    assertThat(log.lines())
        .containsExactly(
            "WARNING A condition of strategy 'test' does not hold: java.util.TreeMap throws"
                + " java.lang.ClassCastException");
  }

  @Test
  void aPropertyThatNoResultHasIsSaidOnce() {
    assertThat(retried("text", status())).isFalse();
    assertThat(retried("text", status())).isFalse();
    assertThat(log.lines())
        .containsExactly(
            "WARNING A condition of strategy 'test' does not hold: java.lang.String has no public"
                + " 'statusCode' that can be read");
  }

  @Test
  void anotherTypeThanTheNamedOneIsNotAsked() {
    ResultCondition restricted = new ResultCondition.OfType(Reply.class.getName(), status());
    assertThat(retried(new Reply(503), restricted)).isTrue();
    assertThat(retried(Optional.of(503), restricted)).isFalse();
    assertThat(retried(null, restricted)).isFalse();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void withoutConditionsNoResultIsRetried() {
    assertThat(new Conditions(log.log()).fitting(Strategies.simple().build(), null)).isEmpty();
  }

  private boolean retried(@Nullable Object result, ResultCondition condition) {
    Strategy strategy = Strategies.simple().retryOnResult(condition).build();
    return new Conditions(log.log()).fitting(strategy, result).isPresent();
  }

  private static ResultCondition status() {
    return new ResultCondition.Property(
        new PropertyTest("statusCode", new ValueTest.In(List.of(new ValueTest.Range(500, 599)))));
  }

  public record Reply(int statusCode) {}
}
