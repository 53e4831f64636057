package dev.mulligan.retry.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.notify.NotificationType;
import dev.mulligan.retry.EngineBench;
import dev.mulligan.retry.Judgement;
import dev.mulligan.retry.RetryCall;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.Strategies;
import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.statistics.CallKind;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Counting calls, and telling people of those that are retried too often. */
class RetryRateTest {

  private final List<Double> told = new ArrayList<>();
  private final EngineBench bench = new EngineBench();
  private final RetryEngine engine =
      bench.newEngine(
          new FailureListener() {
            @Override
            public boolean failed(FailedCall call) {
              return false;
            }

            @Override
            public void retriedOften(Operation operation, double rate, RetryRate threshold) {
              told.add(rate);
            }
          });

  @Test
  void callsAreCountedByTheirKind() {
    RetryStatistics counted = engine.statistics().of(EngineBench.operation());
    counted.succeededAtOnce();
    counted.succeededAtOnce();
    fails(3);
    recovers();
    failsWithoutARetry();

    RetryStatistics.Snapshot figures = counted.snapshot();

    assertThat(figures.ended(CallKind.SUCCESSFUL_WITHOUT_RETRY)).isEqualTo(2);
    assertThat(figures.ended(CallKind.SUCCESSFUL_WITH_RETRY)).isEqualTo(1);
    assertThat(figures.ended(CallKind.FAILED_WITH_RETRY)).isEqualTo(1);
    assertThat(figures.ended(CallKind.FAILED_WITHOUT_RETRY)).isEqualTo(1);
    assertThat(figures.calls()).isEqualTo(5);
    assertThat(figures.exhausted()).isEqualTo(2);
  }

  @Test
  void callsThatSucceedAtOnceAreCountedOnlyWhereItIsAsked() {
    List<Boolean> wanted = new ArrayList<>();
    engine.settings().successCounting(wanted::add);

    engine.succeeded(EngineBench.operation(), Strategies.simple().build(), null, null);
    engine.settings().countCalls(true);
    engine.succeeded(EngineBench.operation(), Strategies.simple().build(), null, null);
    engine.settings().countCalls(false);

    assertThat(engine.statistics().of(EngineBench.operation()).snapshot().calls()).isEqualTo(1);
    assertThat(wanted).containsExactly(true, false);
  }

  @Test
  void aHighRateIsToldOnceUntilItHasFallen() {
    engine.settings().retryRate(Optional.of(new RetryRate(4, Duration.ofMinutes(1))));

    fails(6);
    assertThat(told).containsExactly(4.0);

    bench.time.passes(Duration.ofMinutes(3));
    fails(2);
    fails(6);

    assertThat(told).hasSize(2);
    assertThat(bench.log.lines())
        .contains(
            "WARNING com.acme.PaymentGateway.charge is retried often: 4 retries per 1m,"
                + " the threshold is 4");
  }

  @Test
  void retriesThatAreSpreadOverALongTimeAreNoHighRate() {
    engine.settings().retryRate(Optional.of(new RetryRate(4, Duration.ofMinutes(1))));

    for (int i = 0; i < 20; i++) {
      fails(2);
      bench.time.passes(Duration.ofSeconds(30));
    }

    assertThat(told).isEmpty();
  }

  @Test
  void aHighRateIsAPerformanceAlert() {
    var notice =
        RetryRateNotice.of(EngineBench.operation(), 7.4, new RetryRate(5, Duration.ofMinutes(1)));

    assertThat(notice.type()).isEqualTo(NotificationType.PERFORMANCE);
    assertThat(notice.event().headline())
        .isEqualTo("retry rate of com.acme.PaymentGateway.charge is 7 retries per 1m");
    assertThat(notice.event().fields())
        .containsEntry("current_value", "7")
        .containsEntry("threshold", "5")
        .containsEntry("rule", "charge");
  }

  @Test
  void aRateOfNothingIsRefused() {
    assertThatThrownBy(() -> new RetryRate(0, Duration.ofMinutes(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("retries must be at least 1, was 0");
  }

  private void fails(int attempts) {
    RetryCall call = EngineBench.begin(engine, EngineBench.operation(), atOnce(attempts));
    while (call.failed(new IOException("down"))) {
      // again
    }
  }

  private void recovers() {
    RetryCall call = EngineBench.begin(engine, EngineBench.operation(), atOnce(2));
    assertThat(call.failed(new IOException("down"))).isTrue();
    call.succeeded();
  }

  private void failsWithoutARetry() {
    RetryCall call = EngineBench.begin(engine, EngineBench.operation(), atOnce(2));
    assertThat(call.failed(new IOException("down"), Judgement.FINAL)).isFalse();
  }

  private static Strategy atOnce(int attempts) {
    return Strategies.simple()
        .maxAttempts(attempts)
        .backoff(new Backoff.Fixed(Duration.ZERO))
        .build();
  }
}
