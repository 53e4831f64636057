package dev.mulligan.retry;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Calls that wait without a thread. */
class AsyncCallTest {

  private static final Operation OPERATION =
      new Operation("com.acme.Rates.load", "rates", Operation.Mode.RETRY);

  private final VirtualTime time = new VirtualTime();
  private final VirtualTimer timer = new VirtualTimer(time);
  private final LogCapture log = new LogCapture();
  private final List<FailedCall> told = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();
  private final RetryEngine engine =
      new RetryEngine(
          time, Clock.systemUTC(), time, timer, FixedRandom.MIDDLE, log.log(), told::add);

  private final Resumption next =
      new Resumption() {
        @Override
        public void attempt() {
          heard.add("attempt");
        }

        @Override
        public void end() {
          heard.add("end");
        }
      };

  @Test
  void waitsBetweenAttemptsWithoutSleeping() {
    AsyncCall call = begin(Strategies.simple().build());
    assertThat(call.failed(new IOException("1"), next)).isTrue();
    assertThat(heard).isEmpty();
    assertThat(figures().sleeping()).isEqualTo(1);
    timer.elapse();
    assertThat(heard).containsExactly("attempt");
    assertThat(timer.delays()).containsExactly(ofSeconds(1));
    assertThat(time.sleeps()).isEmpty();
    assertThat(figures().sleeping()).isZero();
    assertThat(figures().asleep()).isEqualTo(ofSeconds(1));
    call.succeeded();
    assertThat(figures().ended(EndReason.VALUE_RETURNED)).isEqualTo(1);
    assertThat(figures().inFlight()).isZero();
  }

  @Test
  void endsWithTheLastExceptionWhenTheAttemptsAreUsedUp() {
    AsyncCall call = begin(Strategies.simple().build());
    IOException first = new IOException("1");
    IOException last = new IOException("3");
    call.failed(first, next);
    timer.elapse();
    call.failed(new IOException("2"), next);
    timer.elapse();
    assertThat(call.failed(last, next)).isFalse();
    assertThat(last.getSuppressed()).hasSize(2).contains(first);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).endReason()).isEqualTo(EndReason.MAX_RETRIES_REACHED);
    assertThat(told.get(0).attemptCount()).isEqualTo(3);
    assertThat(log.lines()).anyMatch(line -> line.contains("failed after 3 attempts"));
  }

  @Test
  void judgesResults() {
    Strategy strategy =
        Strategies.simple()
            .retryOnResult(new ResultCondition.Value(new ValueTest.Is("busy")))
            .build();
    AsyncCall call = begin(strategy);
    assertThat(call.returned("busy", next)).isTrue();
    timer.elapse();
    assertThat(call.returned("done", next)).isFalse();
    assertThat(figures().ended(EndReason.VALUE_RETURNED)).isEqualTo(1);
  }

  @Test
  void noAttemptFollowsAWaitThatTookTooLong() {
    AsyncCall call = begin(Strategies.simple().maxDuration(ofSeconds(2)).build());
    call.failed(new IOException(), next);
    time.passes(ofSeconds(2));
    timer.elapse();
    assertThat(heard).containsExactly("end");
    assertThat(figures().ended(EndReason.MAX_DURATION_REACHED)).isEqualTo(1);
  }

  @Test
  void maxDurationCountsFromTheStartOfTheFirstAttempt() {
    AsyncCall call = begin(Strategies.simple().maxDuration(ofMillis(1_500)).build());
    time.passes(ofSeconds(1));
    assertThat(call.failed(new IOException(), next)).isFalse();
  }

  @Test
  void closingTheEngineEndsTheWaitingWithTheCallsOwnException() {
    AsyncCall call = begin(Strategies.simple().build());
    call.failed(new IOException(), next);
    engine.close();
    assertThat(heard).containsExactly("end");
    assertThat(figures().ended(EndReason.SHUTDOWN)).isEqualTo(1);
    assertThat(figures().sleeping()).isZero();
    assertThat(begin(Strategies.simple().build()).failed(new IOException(), next)).isFalse();
  }

  @Test
  void aCancelledCallHearsNoMore() {
    AsyncCall call = begin(Strategies.simple().build());
    call.failed(new IOException(), next);
    call.cancel();
    assertThat(timer.count()).isZero();
    assertThat(heard).isEmpty();
    assertThat(figures().ended(EndReason.CANCELLED)).isEqualTo(1);
    assertThat(figures().inFlight()).isZero();
    assertThat(told).isEmpty();
  }

  @Test
  void aCallThatIsCancelledInItsAttemptEndsWithTheAttempt() {
    AsyncCall call = begin(Strategies.simple().build());
    call.failed(new IOException(), next);
    timer.elapse();
    call.cancel();
    assertThat(figures().inFlight()).isEqualTo(1);
    call.abandoned();
    assertThat(figures().inFlight()).isZero();
    assertThat(figures().ended(EndReason.CANCELLED)).isEqualTo(1);
  }

  @Test
  void anInterruptOfTheThreadThatBringsTheFailureDoesNotEndTheCall() {
    Thread.currentThread().interrupt();
    assertThat(begin(Strategies.simple().build()).failed(new IOException(), next)).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anOuterCallDoesNotRepeatWhatAnInnerOneGaveUpOnWhateverTheThreads() throws Exception {
    Strategy strategy = Strategies.simple().maxAttempts(2).build();
    AsyncCall inner = begin(strategy);
    AsyncCall outer = begin(strategy);
    IOException last = new IOException("2");
    Thread other =
        new Thread(
            () -> {
              inner.failed(new IOException("1"), next);
              timer.elapse();
              inner.failed(last, next);
            });
    other.start();
    other.join();
    assertThat(outer.failed(last, next)).isFalse();
    assertThat(figures().ended(EndReason.NESTED_EXHAUSTED)).isEqualTo(1);
  }

  private AsyncCall begin(Strategy strategy) {
    return engine.beginAsync(OPERATION, strategy, null, engine.now(), Admission.ALWAYS);
  }

  private RetryStatistics.Snapshot figures() {
    return Objects.requireNonNull(engine.statistics().snapshots().get(OPERATION));
  }
}
