package dev.mulligan.retry;

import static dev.mulligan.retry.condition.ExceptionCondition.ofType;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.delay.Jitter;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.failure.FailedAttempt;
import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.strategy.Strategy;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryEngineTest {

  private final EngineBench bench = new EngineBench();

  @Test
  void retriesUntilTheMethodReturns() throws Exception {
    Flaky method = Flaky.throwing(new IOException("one"), new IOException("two"));
    assertThat(bench.call(Strategies.simple().build(), method)).isEqualTo("done");
    assertThat(method.calls()).isEqualTo(3);
    assertThat(bench.time.sleeps()).containsExactly(ofSeconds(1), ofSeconds(1));
  }

  @Test
  void theFirstCallCountsAsAttemptOne() {
    Flaky method = failingAlways(10);
    bench.failure(Strategies.simple().maxAttempts(5).build(), method);
    assertThat(method.calls()).isEqualTo(5);
    assertThat(bench.time.sleeps()).hasSize(4);
  }

  @Test
  void aSingleAttemptIsNeverRepeated() {
    Flaky method = failingAlways(2);
    bench.failure(Strategies.simple().maxAttempts(1).build(), method);
    assertThat(method.calls()).isEqualTo(1);
    assertThat(bench.time.sleeps()).isEmpty();
  }

  @Test
  void sleepsWhatTheBackOffSays() {
    Strategy strategy =
        Strategies.simple()
            .maxAttempts(5)
            .backoff(new Backoff.Exponential(ofSeconds(1), 3, ofSeconds(20)))
            .jitter(new Jitter.Factor(0.5))
            .build();
    EngineBench lowest = new EngineBench(FixedRandom.LOWEST); // (1−2u)·0.5 is +0.5
    lowest.failure(strategy, failingAlways(5));
    assertThat(lowest.time.sleeps())
        .containsExactly(ofMillis(1_500), ofMillis(4_500), ofMillis(13_500), ofSeconds(30));
  }

  @Test
  void decorrelatedBackOffGrowsFromTheDelayBeforeJitter() {
    Strategy strategy =
        Strategies.simple()
            .maxAttempts(4)
            .backoff(new Backoff.Decorrelated(ofSeconds(1), ofSeconds(60)))
            .jitter(new Jitter.Full())
            .build();
    bench.failure(strategy, failingAlways(4));
    assertThat(bench.time.sleeps()).containsExactly(ofSeconds(1), ofMillis(1_750), ofMillis(2_875));
  }

  @Test
  void theCallerGetsTheVeryExceptionOfTheLastAttempt() {
    IOException last = new IOException("three");
    Throwable thrown =
        bench.failure(
            Strategies.simple().build(),
            Flaky.throwing(new IOException("one"), new IOException("two"), last));
    assertThat(thrown).isSameAs(last);
  }

  @Test
  void anExceptionThatIsNotRetryableIsThrownAtOnce() {
    IllegalStateException bug = new IllegalStateException("a bug");
    Strategy strategy = Strategies.simple().retryOn(ofType("java.io.IOException")).build();
    Flaky method = Flaky.throwing(bug);
    assertThat(bench.failure(strategy, method)).isSameAs(bug).hasNoSuppressedExceptions();
    assertThat(method.calls()).isEqualTo(1);
    assertThat(bench.told).isEmpty();
    assertThat(bench.log.lines()).isEmpty();
    assertThat(bench.statistics().ended(EndReason.EXCEPTION_NOT_RETRYABLE)).isEqualTo(1);
  }

  @Test
  void anExceptionThatIsNotRetryableEndsTheRetryingAndKeepsTheHistory() {
    IOException first = new IOException("one");
    IllegalStateException bug = new IllegalStateException("a bug");
    Strategy strategy = Strategies.simple().retryOn(ofType("java.io.IOException")).build();
    assertThat(bench.failure(strategy, Flaky.throwing(first, bug)))
        .isSameAs(bug)
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).containsExactly(first));
    assertThat(bench.told).isEmpty();
    assertThat(bench.log.lines())
        .last()
        .isEqualTo(
            "WARNING Operation com.acme.PaymentGateway.charge failed after 2 attempts"
                + " (exceptionNotRetryable)");
  }

  @Test
  void anErrorIsNotRetriedUnlessItIsNamed() {
    Flaky unnamed = Flaky.throwing(new OutOfMemoryError());
    bench.failure(Strategies.simple().build(), unnamed);
    assertThat(unnamed.calls()).isEqualTo(1);

    Flaky named = Flaky.throwing(new NoClassDefFoundError());
    Strategy strategy = Strategies.simple().retryOn(ofType("java.lang.LinkageError")).build();
    assertThat(call(strategy, named)).isEqualTo("done");
  }

  @Test
  void aStackOverflowIsNotEvenLookedAt() {
    StackOverflowError overflow = new StackOverflowError();
    assertThat(bench.failure(Strategies.simple().build(), Flaky.throwing(overflow)))
        .isSameAs(overflow);
    assertThat(bench.engine.statistics().snapshots()).isEmpty();

    Strategy named = Strategies.simple().retryOn(ofType("java.lang.VirtualMachineError")).build();
    assertThat(bench.failure(named, Flaky.throwing(overflow))).isSameAs(overflow);
    assertThat(call(named, Flaky.throwing(new OutOfMemoryError()))).isEqualTo("done");
  }

  @Test
  void nothingIsAttachedWhenACallRecovers() {
    IOException first = new IOException("one");
    assertThat(call(Strategies.simple().build(), Flaky.throwing(first))).isEqualTo("done");
    assertThat(first).hasNoSuppressedExceptions();
    assertThat(bench.told).isEmpty();
    assertThat(bench.statistics().ended(EndReason.VALUE_RETURNED)).isEqualTo(1);
  }

  @Test
  void unlimitedAttemptsGoOnUntilTheMaxDuration() {
    Strategy strategy =
        Strategies.simple()
            .maxAttempts(Strategy.UNLIMITED)
            .maxDuration(Duration.ofHours(1))
            .build();
    Flaky method = failingAlways(5_000);
    bench.failure(strategy, method);
    assertThat(method.calls()).isEqualTo(3_601);
    assertThat(bench.statistics().ended(EndReason.MAX_DURATION_REACHED)).isEqualTo(1);
  }

  @Test
  void stopsRatherThanSleepPastTheMaxDuration() {
    Strategy strategy =
        Strategies.simple()
            .maxAttempts(10)
            .maxDuration(ofSeconds(10))
            .backoff(new Backoff.Exponential(ofSeconds(1), 2, ofSeconds(30)))
            .build();
    Flaky method = failingAlways(10);
    bench.failure(strategy, method);
    // After 1 + 2 + 4 seconds the next delay of 8 would end at 15.
    assertThat(bench.time.sleeps()).containsExactly(ofSeconds(1), ofSeconds(2), ofSeconds(4));
    assertThat(bench.told)
        .singleElement()
        .satisfies(call -> assertThat(call.endReason()).isEqualTo(EndReason.MAX_DURATION_REACHED));
  }

  @Test
  void aDelayThatEndsExactlyAtTheMaxDurationIsStillWaited() {
    Strategy strategy = Strategies.simple().maxAttempts(10).maxDuration(ofSeconds(3)).build();
    Flaky method = failingAlways(10);
    bench.failure(strategy, method);
    assertThat(method.calls()).isEqualTo(4);
  }

  @Test
  void theTimeOfTheAttemptsCountsForTheMaxDuration() {
    Strategy strategy = Strategies.simple().maxAttempts(10).maxDuration(ofSeconds(6)).build();
    RetryCall call =
        bench.engine.begin(
            EngineBench.operation(), strategy, null, bench.time.getAsLong(), Admission.ALWAYS);
    bench.time.passes(ofSeconds(2));
    assertThat(call.failed(new IOException())).isTrue(); // the next starts at 3 s
    bench.time.passes(ofSeconds(2));
    assertThat(call.failed(new IOException())).isTrue(); // at 6 s
    assertThat(call.failed(new IOException())).isFalse(); // at 7 s
  }

  @Test
  void noAttemptStartsAfterTheMaxDurationEvenWhenASleepTookTooLong() {
    bench.time.sleepsTooLongBy(ofMillis(1));
    Strategy strategy = Strategies.simple().maxDuration(ofSeconds(1)).build();
    Flaky method = failingAlways(3);
    bench.failure(strategy, method);
    assertThat(method.calls()).isEqualTo(1);
  }

  @Test
  void usedUpAttemptsAreTheReasonEvenWhereTheTimeIsUpToo() {
    Strategy strategy = Strategies.simple().maxAttempts(2).maxDuration(ofMillis(1_500)).build();
    bench.failure(strategy, failingAlways(2));
    assertThat(bench.told)
        .singleElement()
        .extracting(FailedCall::endReason)
        .isEqualTo(EndReason.MAX_RETRIES_REACHED);
  }

  @Test
  void theListenerLearnsAllAboutAnExhaustedCall() {
    Strategy strategy =
        Strategies.simple()
            .backoff(new Backoff.Linear(ofSeconds(1), ofSeconds(1), ofSeconds(9)))
            .build();
    ConnectException last = new ConnectException("refused");
    RetryCall call = bench.begin(EngineBench.operation(), strategy);
    assertThat(call.failed(new IOException("one"))).isTrue();
    bench.time.passes(ofMillis(250));
    assertThat(call.failed(new IOException("two"))).isTrue();
    bench.time.passes(ofMillis(500));
    assertThat(call.failed(last)).isFalse();

    FailedCall told = bench.told.get(0);
    assertThat(told.operation()).isEqualTo(EngineBench.operation());
    assertThat(told.strategy()).isSameAs(strategy);
    assertThat(told.attemptCount()).isEqualTo(3);
    assertThat(told.elapsed()).isEqualTo(ofMillis(3_750));
    assertThat(told.endReason()).isEqualTo(EndReason.MAX_RETRIES_REACHED);
    assertThat(told.lastException()).containsSame(last);
    assertThat(told.id().version()).isEqualTo(4);
    assertThat(told.attempts())
        .extracting(FailedAttempt::toString)
        .containsExactly(
            "FailedAttempt[number=1, failure=java.io.IOException: one,"
                + " duration=Optional.empty, delay=Optional[PT1S]]",
            "FailedAttempt[number=2, failure=java.io.IOException: two,"
                + " duration=Optional[PT0.25S], delay=Optional[PT2S]]",
            "FailedAttempt[number=3, failure=java.net.ConnectException: refused,"
                + " duration=Optional[PT0.5S], delay=Optional.empty]");
  }

  @Test
  void aKnownStartGivesTheFirstAttemptItsDuration() {
    RetryCall call =
        bench.engine.begin(
            EngineBench.operation(),
            Strategies.simple().maxAttempts(1).build(),
            null,
            bench.time.getAsLong(),
            Admission.ALWAYS);
    bench.time.passes(ofSeconds(7));
    call.failed(new IOException());
    assertThat(bench.told.get(0).attempts().get(0).duration()).contains(ofSeconds(7));
    assertThat(bench.told.get(0).elapsed()).isEqualTo(ofSeconds(7));
  }

  @Test
  void aLongHistoryKeepsItsBeginningAndItsEnd() {
    bench.failure(Strategies.simple().maxAttempts(1_000).build(), failingAlways(1_000));
    FailedCall told = bench.told.get(0);
    assertThat(told.attemptCount()).isEqualTo(1_000);
    assertThat(told.attempts())
        .extracting(FailedAttempt::number)
        .containsExactlyElementsOf(
            IntStream.concat(IntStream.rangeClosed(1, 10), IntStream.rangeClosed(990, 1_000))
                .boxed()
                .toList());
  }

  @Test
  void aSilentStrategyTellsNobody() {
    bench.failure(Strategies.simple().silent().build(), failingAlways(3));
    assertThat(bench.told).isEmpty();
  }

  @Test
  void aListenerThatThrowsHarmsNobody() {
    IOException failure = new IOException();
    RetryEngine engine =
        bench.newEngine(
            call -> {
              throw new IllegalStateException("no network");
            });
    RetryCall call =
        EngineBench.begin(
            engine, EngineBench.operation(), Strategies.simple().maxAttempts(1).build());
    assertThat(call.failed(failure)).isFalse();
    assertThat(bench.log.lines())
        .containsExactly(
            "WARNING Mulligan itself failed while it handled com.acme.PaymentGateway.charge; the"
                + " call continues without retries: java.lang.IllegalStateException: no network",
            "WARNING Operation com.acme.PaymentGateway.charge failed after 1 attempt");
  }

  @Test
  void whatFailsInsideTheEngineEndsTheCallAsItWas() {
    EngineBench broken =
        new EngineBench(
            () -> {
              throw new StackOverflowError();
            });
    Strategy strategy = Strategies.simple().jitter(new Jitter.Full()).build();
    IOException failure = new IOException("theirs");
    assertThat(broken.failure(strategy, Flaky.throwing(failure))).isSameAs(failure);
    assertThat(broken.log.lines())
        .containsExactly(
            "WARNING Mulligan itself failed while it handled com.acme.PaymentGateway.charge; the"
                + " call continues without retries: java.lang.StackOverflowError");
  }

  @Test
  void countsWhatHappens() {
    Strategy strategy = Strategies.simple().build();
    call(strategy, Flaky.throwing(new IOException()));
    bench.failure(strategy, failingAlways(3));
    bench.time.whileAsleep(() -> assertThat(bench.statistics().sleeping()).isEqualTo(1));
    bench.failure(strategy, failingAlways(3));

    RetryStatistics.Snapshot counted = bench.statistics();
    assertThat(counted.attempts()).isEqualTo(8);
    assertThat(counted.retries()).isEqualTo(5);
    assertThat(counted.ended(EndReason.VALUE_RETURNED)).isEqualTo(1);
    assertThat(counted.ended(EndReason.MAX_RETRIES_REACHED)).isEqualTo(2);
    assertThat(counted.asleep()).isEqualTo(ofSeconds(5));
    assertThat(counted.sleeping()).isZero();
    assertThat(counted.inFlight()).isZero();
  }

  @Test
  void aCallIsInFlightAlsoWhileAFurtherAttemptRuns() throws Exception {
    int[] attempts = {0};
    String seen =
        bench.call(
            Strategies.simple().build(),
            () -> {
              if (attempts[0]++ == 0) {
                throw new IOException();
              }
              return "in flight " + bench.statistics().inFlight();
            });
    assertThat(seen).isEqualTo("in flight 1");
    assertThat(bench.statistics().inFlight()).isZero();
  }

  @Test
  void aMethodThatNeverFailedIsNotCounted() throws Exception {
    bench.call(Strategies.simple().build(), () -> "done");
    assertThat(bench.engine.statistics().snapshots()).isEmpty();
  }

  private String call(Strategy strategy, Flaky method) {
    try {
      return Objects.requireNonNull(bench.call(strategy, method));
    } catch (Exception e) {
      throw new AssertionError("the call failed", e);
    }
  }

  private static Flaky failingAlways(int times) {
    List<IOException> failures =
        IntStream.rangeClosed(1, times).mapToObj(n -> new IOException("attempt " + n)).toList();
    return Flaky.throwing(failures);
  }
}
