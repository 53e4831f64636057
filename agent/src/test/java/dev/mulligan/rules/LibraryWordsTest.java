package dev.mulligan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.Retry;
import dev.mulligan.RetryBuilder;
import dev.mulligan.notify.NotificationSeverity;
import dev.mulligan.notify.NotificationType;
import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.delay.Jitter;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.rules.value.KeyTable;
import dev.mulligan.rules.value.Keys;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library's words mean what the keys of a rule file mean: each key of a strategy is here. */
class LibraryWordsTest {

  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(3);

  /** Keys for which the library has no word, with the reason. */
  private static final Map<String, String> WITHOUT_WORD =
      Map.ofEntries(
          Map.entry("a strategy.extends", "Retry.extending names it, see below"),
          Map.entry("on-failure.task", "a call of the library has no arguments; Retry.with"),
          Map.entry("a task.name", "as above"),
          Map.entry("a task.id", "as above"),
          Map.entry("a condition on exceptions.cause", "retryOn takes classes"),
          Map.entry("a condition on exceptions.message", "as above"),
          Map.entry("a condition on exceptions.sql-state", "as above"),
          Map.entry("a condition on exceptions.property", "as above"),
          Map.entry("a condition on exceptions.is", "as above"),
          Map.entry("a condition on exceptions.in", "as above"),
          Map.entry("a condition on exceptions.matches", "as above"),
          Map.entry("a condition on results.property", "retryOnResult takes a predicate"),
          Map.entry("a condition on results.in", "as above"),
          Map.entry("a condition on results.matches", "as above"),
          Map.entry("delay-from.property", "heedRetryAfter reads the header only"));

  @TempDir private Path folder = Path.of("");

  /**
   * @param keys that the text uses, each with its block
   * @param text the strategy's keys in a rule file
   */
  record Word(List<String> keys, String text, UnaryOperator<RetryBuilder> method) {
    @Override
    public String toString() {
      return text;
    }
  }

  static List<Word> words() {
    return List.of(
        word("a strategy.max-attempts", "max-attempts: 7", b -> b.maxAttempts(7)),
        word(
            "a strategy.max-attempts",
            "max-attempts: 2147483647",
            b -> b.maxAttempts(Integer.MAX_VALUE)),
        word(
            "a strategy.max-duration",
            "max-attempts: unlimited, max-duration: 3s",
            b -> b.unlimitedAttempts().maxDuration(LONG)),
        backoff("type initial", "type: fixed, initial: 20ms", b -> b.fixed(SHORT)),
        backoff(
            "type initial jitter",
            "type: fixed, initial: 20ms, jitter: full",
            b -> b.jitter(new Jitter.Full()).fixed(SHORT)),
        backoff(
            "type initial max",
            "type: exponential, initial: 20ms, max: 3s",
            b -> b.exponential(SHORT, LONG)),
        backoff(
            "multiplier jitter",
            "type: exponential, initial: 20ms, multiplier: 3, max: 3s, jitter: 0.2",
            b -> b.exponential(SHORT, 3, LONG).jitter(0.2)),
        backoff(
            "increment",
            "type: linear, initial: 20ms, increment: 20ms, max: 3s",
            b -> b.backoff(new Backoff.Linear(SHORT, SHORT, LONG))),
        backoff(
            "min",
            "type: random, min: 20ms, max: 3s",
            b -> b.backoff(new Backoff.Random(SHORT, LONG))),
        backoff(
            "type",
            "type: random-exponential, min: 20ms, initial: 20ms, max: 3s",
            b -> b.backoff(new Backoff.RandomExponential(SHORT, SHORT, 2, LONG))),
        backoff(
            "type",
            "type: fibonacci, initial: 20ms, max: 3s",
            b -> b.backoff(new Backoff.Fibonacci(SHORT, LONG))),
        backoff(
            "type",
            "type: decorrelated, initial: 20ms, max: 3s",
            b -> b.backoff(new Backoff.Decorrelated(SHORT, LONG))),
        word(
            "a strategy.retry-on",
            "retry-on: [java.io.IOException]",
            b -> b.retryOn(IOException.class)),
        word(
            "a condition on exceptions.type",
            "retry-on: [{type: java.io.IOException}]",
            b -> b.retryOn(IOException.class)),
        word(
            "a strategy.abort-on",
            "abort-on: [java.io.FileNotFoundException]",
            b -> b.abortOn(FileNotFoundException.class)),
        new Word(
            List.of("a strategy.retry-on-result", "a condition on results.is"),
            "retry-on-result: [{is: null}]",
            RetryBuilder::retryOnNull),
        word("a strategy.delay-from", "delay-from: retry-after", RetryBuilder::heedRetryAfter),
        new Word(
            List.of("a strategy.on-failure", "on-failure.notify"),
            "on-failure: {notify: false}",
            RetryBuilder::silent),
        word(
            "on-failure.type",
            "on-failure: {notify: true, type: critical}",
            b -> b.notifying(NotificationType.CRITICAL)),
        word(
            "on-failure.tags",
            "on-failure: {notify: true, type: task-failure, tags: [ops]}",
            b -> b.notifying(NotificationType.TASK_FAILURE, "ops")),
        word(
            "on-failure.severity",
            "on-failure: {severity: warning}",
            b -> b.severity(NotificationSeverity.WARNING)),
        word(
            "on-failure.context",
            "on-failure: {context: {shop: berlin}}",
            b -> b.context("shop", "berlin")));
  }

  private static Word word(String key, String text, UnaryOperator<RetryBuilder> method) {
    return new Word(List.of(key), text, method);
  }

  private static Word backoff(String keys, String text, UnaryOperator<RetryBuilder> method) {
    Set<String> all = new TreeSet<>(Set.of("a strategy.backoff"));
    for (String key : keys.split(" ", -1)) {
      all.add("backoff." + key);
    }
    return new Word(List.copyOf(all), "backoff: {" + text + "}", method);
  }

  @ParameterizedTest
  @MethodSource("words")
  void meansTheSameInTheLibraryAsInARuleFile(Word word) {
    assertThat(of(word.method().apply(Retry.builder("mine")))).isEqualTo(of(strategy(word.text())));
  }

  /** What is inherited is the same too: lists are replaced, and a jitter belongs to its type. */
  @ParameterizedTest
  @MethodSource("words")
  void meansTheSameOnTopOfEachBuiltInStrategy(Word word) {
    for (String name : List.of("api-call", "database", "webhook", "memory")) {
      assertThat(of(word.method().apply(Retry.extending(name, "mine"))))
          .as(name)
          .isEqualTo(of(strategy("extends: " + name + ", " + word.text())));
    }
  }

  @Test
  void everyKeyOfAStrategyIsHere() {
    Set<String> known = new HashSet<>(WITHOUT_WORD.keySet());
    words().forEach(word -> known.addAll(word.keys()));
    List<KeyTable> blocks =
        List.of(
            Keys.STRATEGY,
            Keys.BACKOFF,
            Keys.DELAY_FROM,
            Keys.EXCEPTION_CONDITION,
            Keys.RESULT_CONDITION,
            Keys.ON_FAILURE,
            Keys.TASK);
    Set<String> all = new HashSet<>();
    blocks.forEach(block -> block.keys().forEach(key -> all.add(block.name() + "." + key)));

    assertThat(known).isEqualTo(all);
  }

  private Strategy strategy(String keys) {
    return new RuleFiles(folder)
        .accept(
            "version: 1\nstrategies:\n  mine: {"
                + keys
                + "}\nrules: [{name: r, match: \"A.a(..)\", strategy: mine}]\n")
        .rules()
        .get(0)
        .strategy();
  }

  private static Strategy of(RetryBuilder builder) {
    return of(builder.build().strategy());
  }

  /** Under one name: the file's strategies have names, the library's have that of their base. */
  private static Strategy of(Strategy of) {
    return new Strategy(
        "",
        of.maxAttempts(),
        of.maxDuration(),
        of.backoff(),
        of.jitter(),
        of.retryOn(),
        of.abortOn(),
        of.retryOnResult(),
        of.delayFrom(),
        of.onFailure());
  }
}
