package dev.mulligan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.notify.NotificationType;
import dev.mulligan.notify.TagSelection;
import dev.mulligan.retry.builtin.BuiltInStrategies;
import dev.mulligan.retry.condition.ExceptionCondition;
import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.delay.DelaySource;
import dev.mulligan.retry.delay.Jitter;
import dev.mulligan.retry.strategy.Strategy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrategyInheritanceTest {

  @TempDir private Path folder = Path.of("");

  /** The strategy of a rule in a file with these strategies. */
  private Strategy ruleStrategy(String strategies, String ofRule) {
    return new RuleFiles(folder)
        .accept(
            "version: 1\nstrategies:\n"
                + strategies.indent(2)
                + "rules: [{name: r, match: \"A.a(..)\""
                + ofRule
                + "}]\n")
        .rules()
        .get(0)
        .strategy();
  }

  private Strategy strategy(String body) {
    return ruleStrategy("mine: {" + body + "}", ", strategy: mine");
  }

  @Test
  void startsFromTheDefaultsWithoutExtends() {
    assertThat(strategy("")).isEqualTo(BuiltInStrategies.defaults("mine"));
  }

  @Test
  void aRuleWithoutAStrategyTakesTheDefaults() {
    assertThat(ruleStrategy("mine: {}", "")).isEqualTo(BuiltInStrategies.defaults("default"));
  }

  @Test
  void aRuleWithoutAStrategyTakesTheFilesOwnDefaultStrategy() {
    assertThat(ruleStrategy("default: {max-attempts: 9}", "").maxAttempts()).isEqualTo(9);
  }

  @ParameterizedTest
  @MethodSource("dev.mulligan.retry.builtin.BuiltInStrategies#names")
  void aRuleMayNameABuiltInStrategy(String name) {
    assertThat(ruleStrategy("mine: {}", ", strategy: " + name))
        .isEqualTo(BuiltInStrategies.named(name).orElseThrow());
  }

  @Test
  void aRulesOwnStrategyIsNamedAfterTheRule() {
    Strategy own =
        ruleStrategy("mine: {max-attempts: 7}", ", strategy: {extends: mine, max-duration: 1m}");

    assertThat(own.name()).isEqualTo("r");
    assertThat(own.maxAttempts()).isEqualTo(7);
    assertThat(own.maxDuration()).contains(Duration.ofMinutes(1));
  }

  @Test
  void inheritsEachKeyThatIsLeftOut() {
    Strategy webhook = BuiltInStrategies.named("webhook").orElseThrow();

    Strategy mine = strategy("extends: webhook, max-attempts: 2");

    assertThat(mine.maxAttempts()).isEqualTo(2);
    assertThat(mine.maxDuration()).isEqualTo(webhook.maxDuration());
    assertThat(mine.backoff()).isEqualTo(webhook.backoff());
    assertThat(mine.jitter()).isEqualTo(webhook.jitter());
    assertThat(mine.retryOn()).isEqualTo(webhook.retryOn());
    assertThat(mine.abortOn()).isEqualTo(webhook.abortOn());
    assertThat(mine.retryOnResult()).isEqualTo(webhook.retryOnResult());
    assertThat(mine.delayFrom()).contains(DelaySource.RETRY_AFTER);
    assertThat(mine.onFailure()).isEqualTo(webhook.onFailure());
  }

  @Test
  void inheritsOverSeveralStrategiesWhateverTheirOrder() {
    Strategy last =
        ruleStrategy(
            """
            c: {extends: b, max-duration: 1m}
            b: {extends: a, max-attempts: 5}
            a: {extends: database, delay-from: retry-after}
            """,
            ", strategy: c");

    assertThat(last.maxAttempts()).isEqualTo(5);
    assertThat(last.delayFrom()).contains(DelaySource.RETRY_AFTER);
    assertThat(last.retryOn())
        .isEqualTo(BuiltInStrategies.named("database").orElseThrow().retryOn());
  }

  @Test
  void aListReplacesTheInheritedOne() {
    assertThat(strategy("extends: api-call, retry-on: java.io.IOException").retryOn())
        .containsExactly(ExceptionCondition.ofType("java.io.IOException"));
    assertThat(strategy("extends: api-call, abort-on: [], retry-on-result: []"))
        .returns(List.of(), Strategy::abortOn)
        .returns(List.of(), Strategy::retryOnResult);
  }

  @Test
  void offDropsWhatIsInherited() {
    Strategy mine = strategy("extends: webhook, max-duration: off, delay-from: off");

    assertThat(mine.maxDuration()).isEmpty();
    assertThat(mine.delayFrom()).isEmpty();
    assertThat(strategy("extends: webhook, max-duration: \"off\"").maxDuration()).isEmpty();
  }

  @Test
  void theKeysOfTheBackOffAreInheritedOneByOne() {
    Strategy mine = strategy("extends: database, backoff: {max: 1m}");

    assertThat(mine.backoff())
        .isEqualTo(new Backoff.Exponential(Duration.ofMillis(500), 2, Duration.ofMinutes(1)));
    assertThat(mine.jitter()).isEqualTo(new Jitter.None());
    assertThat(strategy("extends: database, backoff: {type: exponential, max: 1m}").backoff())
        .isEqualTo(mine.backoff());
  }

  @Test
  void anotherTypeOfBackOffStartsFromItsOwnDefaults() {
    Strategy mine = strategy("extends: webhook, backoff: {type: fibonacci}");

    assertThat(mine.backoff())
        .isEqualTo(new Backoff.Fibonacci(Duration.ofSeconds(1), Duration.ofSeconds(30)));
    assertThat(mine.jitter()).isEqualTo(new Jitter.None());
    assertThat(strategy("extends: webhook, backoff: {type: exponential}").jitter())
        .isEqualTo(new Jitter.Full());
  }

  @Test
  void theKeysOfOnFailureAreInheritedOneByOne() {
    Strategy mine =
        ruleStrategy(
            """
            base: {on-failure: {type: security, tags: [[a, b], c], context: {team: x, host: y}}}
            mine: {extends: base, on-failure: {notify: false, context: {team: z}}}
            """,
            ", strategy: mine");

    assertThat(mine.onFailure().notifies()).isFalse();
    assertThat(mine.onFailure().type()).isEqualTo(NotificationType.SECURITY);
    assertThat(mine.onFailure().tags())
        .isEqualTo(TagSelection.parse(List.of(List.of("a", "b"), "c")));
    assertThat(mine.onFailure().context()).isEqualTo(Map.of("team", "z"));
  }

  @Test
  void isUnlimitedWithAnInheritedMaxDuration() {
    assertThat(strategy("extends: webhook, max-attempts: unlimited").isUnlimited()).isTrue();
    assertThat(strategy("extends: webhook, max-attempts: unlimited").maxDuration())
        .isEqualTo(Optional.of(Duration.ofMinutes(10)));
  }
}
