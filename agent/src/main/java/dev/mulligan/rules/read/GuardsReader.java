package dev.mulligan.rules.read;

import dev.mulligan.guard.settings.BulkheadSettings;
import dev.mulligan.guard.settings.CircuitBreakerSettings;
import dev.mulligan.guard.settings.GuardSettings;
import dev.mulligan.guard.settings.RateLimitSettings;
import dev.mulligan.guard.settings.Scope;
import dev.mulligan.guard.settings.Window;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.KeyTable;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.RangeComplaint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a rule's guards: timeout, circuit breaker, rate limit, bulkhead and fallback. */
final class GuardsReader {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FallbackReader fallbacks;
  private final GuardValues values;
  private final Problems problems;

  GuardsReader(Problems problems) {
    this.fallbacks = new FallbackReader(problems);
    this.values = new GuardValues(problems);
    this.problems = problems;
  }

  GuardSettings read(Block rule) {
    int errorsBefore = problems.errorCount();
    Optional<Duration> timeout = values.durationOf(rule, "timeout");
    Optional<CircuitBreakerSettings> breaker = breaker(rule);
    Optional<RateLimitSettings> rate = rateLimit(rule);
    Optional<BulkheadSettings> bulkhead = bulkhead(rule);
    try {
      GuardSettings settings =
          new GuardSettings(timeout, breaker, rate, bulkhead, fallbacks.read(rule));
      return problems.errorCount() > errorsBefore ? GuardSettings.NONE : settings;
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, rule, problems);
      return GuardSettings.NONE;
    }
  }

  private Optional<CircuitBreakerSettings> breaker(Block rule) {
    Optional<Block> block = block(rule, "circuit-breaker", Keys.CIRCUIT_BREAKER);
    if (block.isEmpty()) {
      return Optional.empty();
    }
    CircuitBreakerSettings usual = CircuitBreakerSettings.DEFAULT;
    try {
      return Optional.of(
          new CircuitBreakerSettings(
              values.wholeOf(block.get(), "failure-rate").orElse(usual.failureRate()),
              window(block.get()).orElse(usual.window()),
              values.durationOf(block.get(), "delay").orElse(usual.delay()),
              values.wholeOf(block.get(), "success-threshold").orElse(usual.successThreshold()),
              scope(block.get())));
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, block.get(), problems);
      return Optional.empty();
    }
  }

  /** Reads a window of a number of calls or of a time. */
  private Optional<Window> window(Block block) {
    Optional<Field> field = block.field("window");
    Optional<Field> minimum = block.field("minimum-calls");
    if (field.isPresent() && !values.isWhole(field.get())) {
      int calls = values.wholeOf(block, "minimum-calls").orElse(Window.Time.USUAL_MINIMUM);
      Optional<Duration> length = values.durationOf(block, "window");
      return length.isEmpty()
          ? Optional.empty()
          : Optional.of(new Window.Time(length.get(), calls));
    }
    if (minimum.isPresent()) {
      problems.error(
          minimum.get().keyPlace(),
          "'minimum-calls' needs a window of time, such as window: 1m; with a window of calls the"
              + " circuit-breaker opens as soon as enough of them have failed");
    }
    Optional<Integer> calls = values.wholeOf(block, "window");
    return calls.isEmpty() ? Optional.empty() : Optional.of(new Window.Calls(calls.get()));
  }

  private Optional<RateLimitSettings> rateLimit(Block rule) {
    Optional<Block> block = block(rule, "rate-limit", Keys.RATE_LIMIT);
    Optional<Integer> permits = required(block, "permits", "a rate-limit");
    if (block.isEmpty() || permits.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RateLimitSettings(
              permits.get(),
              values.durationOf(block.get(), "period").orElse(SECOND),
              values.durationOf(block.get(), "max-wait").orElse(Duration.ZERO),
              scope(block.get())));
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, block.get(), problems);
      return Optional.empty();
    }
  }

  private Optional<BulkheadSettings> bulkhead(Block rule) {
    Optional<Block> block = block(rule, "bulkhead", Keys.BULKHEAD);
    Optional<Integer> concurrency = required(block, "max-concurrency", "a bulkhead");
    if (block.isEmpty() || concurrency.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new BulkheadSettings(
              concurrency.get(),
              values.durationOf(block.get(), "max-wait").orElse(Duration.ZERO),
              scope(block.get())));
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, block.get(), problems);
      return Optional.empty();
    }
  }

  /**
   * Reads a guard's block. A key without a value is a mistake: its author would believe that the
   * guard works.
   */
  private Optional<Block> block(Block rule, String key, KeyTable table) {
    Optional<Field> field = rule.field(key);
    return field.isEmpty()
        ? Optional.empty()
        : Block.of(field.get().value(), table, "'" + key + "'", problems);
  }

  private Optional<Integer> required(Optional<Block> block, String key, String owner) {
    if (block.isPresent() && block.get().field(key).isEmpty()) {
      problems.error(block.get().place(), owner + " needs '" + key + "'");
    }
    return block.isEmpty() ? Optional.empty() : values.wholeOf(block.get(), key);
  }

  private Scope scope(Block block) {
    Optional<String> word = values.wordOf(block, "per", scopes());
    for (Scope scope : Scope.values()) {
      if (word.equals(Optional.of(scope.word()))) {
        return scope;
      }
    }
    return Scope.ATTEMPT;
  }

  static List<String> scopes() {
    List<String> words = new ArrayList<>();
    for (Scope scope : Scope.values()) {
      words.add(scope.word());
    }
    return words;
  }
}
