package dev.mulligan.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.budget.StormProtection;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NestedRulesTest {

  private static final Operation INNER = EngineBench.operation("inner");
  private static final Operation OUTER = EngineBench.operation("outer");
  private static final Strategy THREE = Strategies.simple().build();

  private static final Strategy RESULTS =
      Strategies.simple()
          .retryOnResult(
              new ResultCondition.Tested(
                  result -> result instanceof Integer number && (number < 0 || number == 503)))
          .build();

  private final EngineBench bench = new EngineBench();

  @Test
  void whatAnInnerRuleGaveUpOnIsNotRetriedByAnOuterOne() {
    Flaky method = Flaky.throwing(io(), io(), io(), io(), io());
    bench.failure(OUTER, THREE, () -> bench.call(INNER, THREE, method));
    assertThat(method.calls()).isEqualTo(3);
    assertThat(ended(OUTER, EndReason.NESTED_EXHAUSTED)).isEqualTo(1);
  }

  @Test
  void itIsRecognisedBehindWrapping() {
    Flaky method = Flaky.throwing(io(), io(), io(), io(), io());
    bench.failure(OUTER, THREE, wrapping(() -> bench.call(INNER, THREE, method)));
    assertThat(method.calls()).isEqualTo(3);
  }

  @Test
  void recursionIsRetriedOnceHoweverDeep() {
    Flaky method = Flaky.throwing(io(), io(), io(), io(), io(), io(), io(), io(), io());
    bench.failure(INNER, THREE, () -> recurse(4, method));
    assertThat(method.calls()).isEqualTo(3);
  }

  @Test
  void itIsNotifiedOnce() {
    bench.failure(
        OUTER, THREE, () -> bench.call(INNER, THREE, Flaky.throwing(io(), io(), io(), io())));
    assertThat(bench.told).extracting(FailedCall::operation).containsExactly(INNER);
    assertThat(bench.log.lines())
        .last()
        .isEqualTo("WARNING Operation inner failed after 3 attempts, sending notification");
  }

  @Test
  void theOuterRuleNotifiesWhereTheInnerOneIsSilent() {
    Strategy silent = Strategies.simple().silent().build();
    bench.failure(
        EngineBench.operation("outermost"),
        THREE,
        () ->
            bench.call(
                OUTER,
                THREE,
                () -> bench.call(INNER, silent, Flaky.throwing(io(), io(), io(), io()))));
    assertThat(bench.told).extracting(FailedCall::operation).containsExactly(OUTER);
    assertThat(bench.told.get(0).endReason()).isEqualTo(EndReason.NESTED_EXHAUSTED);
  }

  @Test
  void anotherFailureOfTheOuterMethodIsStillRetried() throws Exception {
    Flaky inner = Flaky.throwing(io());
    Flaky outer = Flaky.throwing(io());
    assertThat(
            bench.call(
                OUTER,
                THREE,
                () -> {
                  bench.call(INNER, THREE, inner);
                  return outer.call();
                }))
        .isEqualTo("done");
    assertThat(outer.calls()).isEqualTo(2);
  }

  @Test
  void anInnerRuleWithASingleAttemptMultipliesNothing() {
    Flaky method = Flaky.throwing(io(), io(), io(), io());
    Strategy once = Strategies.simple().maxAttempts(1).build();
    bench.failure(OUTER, THREE, () -> bench.call(INNER, once, method));
    assertThat(method.calls()).isEqualTo(3);
  }

  @Test
  void anExceptionObjectThatIsThrownAgainAndAgainSaysNothing() {
    IOException preallocated = io();
    for (int call = 0; call < 3; call++) {
      Flaky method = Flaky.throwing(preallocated, preallocated, preallocated);
      bench.failure(INNER, THREE, method);
      assertThat(method.calls()).isEqualTo(3);
    }
  }

  @Test
  void anExceptionObjectThatComesBackLaterIsAFailureOfItsOwn() {
    IOException constant = io();
    bench.failure(INNER, THREE, Flaky.throwing(io(), io(), constant));
    bench.time.passes(Duration.ofSeconds(2));
    Flaky later = Flaky.throwing(constant, io(), io());
    bench.failure(OUTER, THREE, later);
    assertThat(later.calls()).isEqualTo(3);
  }

  @Test
  void anotherThreadIsAnotherCallChain() throws Exception {
    IOException shared = io();
    bench.failure(INNER, THREE, Flaky.throwing(io(), io(), shared));
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Flaky method = Flaky.throwing(shared, io(), io());
      other.submit(() -> bench.failure(OUTER, THREE, method)).get();
      assertThat(method.calls()).isEqualTo(3);
    } finally {
      other.shutdownNow();
    }
  }

  @Test
  void anOuterRuleThatMultipliesRetriesWhatAnInnerOneGaveUpOn() {
    bench
        .engine
        .settings()
        .protection(new StormProtection(Optional.empty(), Map.of(), Set.of("outer")));
    Flaky method = Flaky.throwing(io(), io(), io(), io(), io(), io(), io(), io(), io(), io());
    bench.failure(OUTER, THREE, () -> bench.call(INNER, THREE, method));
    assertThat(method.calls()).isEqualTo(9);
    assertThat(ended(OUTER, EndReason.MAX_RETRIES_REACHED)).isEqualTo(1);
  }

  @Test
  void aResultThatAnInnerRuleGaveUpOnIsNotRetriedByALibrarysCallAroundIt() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Callable<Object> inner = () -> bench.call(INNER, RESULTS, () -> calls.incrementAndGet() * -1);
    for (int call = 0; call < 2; call++) {
      calls.set(0);
      assertThat(around(() -> inner.call() == null ? 1 : 503)).isEqualTo(503);
      assertThat(calls).hasValue(3);
    }
    assertThat(ended(OUTER, EndReason.NESTED_EXHAUSTED)).isEqualTo(2);
    assertThat(bench.told).extracting(FailedCall::operation).containsExactly(INNER, INNER);
  }

  @Test
  void aResultAfterAnInnerCallThatSucceededIsRetried() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    assertThat(
            around(
                () -> {
                  bench.call(INNER, RESULTS, () -> calls.incrementAndGet() < 3 ? -1 : 1);
                  return 503;
                }))
        .isEqualTo(503);
    assertThat(ended(OUTER, EndReason.MAX_RETRIES_REACHED)).isEqualTo(1);
  }

  @Test
  void aRuleThatMultipliesRetriesResultsToo() throws Exception {
    bench
        .engine
        .settings()
        .protection(new StormProtection(Optional.empty(), Map.of(), Set.of("outer")));
    AtomicInteger calls = new AtomicInteger();
    around(
        () -> Objects.requireNonNull(bench.call(INNER, RESULTS, () -> -calls.incrementAndGet())));
    assertThat(calls).hasValue(9);
  }

  /** A call of which the start is known, as the library makes it. */
  private int around(Callable<Integer> method) throws Exception {
    RetryCall call = bench.engine.begin(OUTER, RESULTS, null, bench.engine.now(), Admission.ALWAYS);
    int result = method.call();
    while (call.returned(result)) {
      result = method.call();
    }
    return result;
  }

  private Object recurse(int depth, Callable<?> bottom) throws Exception {
    Object result =
        bench.call(
            INNER,
            THREE,
            () -> String.valueOf(depth == 1 ? bottom.call() : recurse(depth - 1, bottom)));
    return String.valueOf(result);
  }

  private static Callable<Object> wrapping(Callable<?> method) {
    return () -> {
      try {
        return String.valueOf(method.call());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static IOException io() {
    return new IOException("down");
  }

  private long ended(Operation operation, EndReason reason) {
    return bench.engine.statistics().snapshots().entrySet().stream()
        .filter(entry -> entry.getKey().equals(operation))
        .mapToLong(entry -> entry.getValue().ended(reason))
        .sum();
  }
}
