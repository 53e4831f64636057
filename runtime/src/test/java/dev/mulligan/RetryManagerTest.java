package dev.mulligan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.statistics.CallKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryManagerTest {

  private final VirtualMulligan bench = new VirtualMulligan();
  private final Retry retry =
      bench.retry("queue.fetch").fixed(Duration.ofSeconds(2)).jitter(0).build();

  @Test
  void aLoopWaitsWhereItFails() {
    int failures = 0;
    try (RetryManager retries = retry.begin()) {
      while (failures < 2) {
        failures++;
        assertThat(retries.failed(new IOException("down"))).isTrue();
      }
      assertThat(retries.attempt().number()).isEqualTo(3);
      retries.succeeded();
    }

    assertThat(bench.sleeps).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
    assertThat(retry.statistics().ended(CallKind.SUCCESSFUL_WITH_RETRY)).isEqualTo(1);
    assertThat(retry.statistics().inFlight()).isZero();
  }

  @Test
  void aLoopMayWaitInAWayOfItsOwn() {
    try (RetryManager retries = retry.begin()) {
      assertThat(retries.shouldRetry(new IOException("down"))).isTrue();
      assertThat(retries.getDelay()).isEqualTo(Duration.ofSeconds(2));
      bench.passes(retries.getDelay());
      assertThat(retries.waited()).isTrue();
      retries.succeeded();
    }

    assertThat(bench.sleeps).isEmpty();
    assertThat(retry.statistics().asleep()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void theLastFailureIsToldAndEndsTheLoop() {
    IOException last = new IOException("third");
    RetryManager retries = retry.begin();
    assertThat(retries.failed(new IOException("first"))).isTrue();
    assertThat(retries.failed(new IOException("second"))).isTrue();

    assertThat(retries.failed(last)).isFalse();

    assertThat(last.getSuppressed()).hasSize(2);
    assertThat(bench.told).hasSize(1);
    assertThat(bench.told.get(0).id()).isEqualTo(retries.attempt().callId());
  }

  @Test
  void usedAfterItsEndItSaysSo() {
    RetryManager retries = retry.begin();
    retries.succeeded();
    String over =
        "The call of 'queue.fetch' is over after attempt 1: begin another one with Retry.begin()";

    assertThatThrownBy(() -> retries.failed(new IOException("late")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(over);
    assertThatThrownBy(retries::succeeded).hasMessage(over);
    assertThatThrownBy(retries::getDelay).hasMessage(over);
    assertThatThrownBy(() -> retries.returned("late")).hasMessage(over);
    retries.close();
  }

  @Test
  void anAttemptBeforeTheWaitIsOverIsAMistake() {
    RetryManager retries = retry.begin();
    assertThatThrownBy(retries::waited)
        .hasMessage("'queue.fetch' is not waiting: call shouldRetry(exception) first");
    assertThat(retries.shouldRetry(new IOException("down"))).isTrue();

    assertThatThrownBy(retries::succeeded)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("'queue.fetch' is waiting for its next attempt: call waited() first");
  }

  @Test
  void aWaitUntilAfterTheMaxDurationEndsTheLoop() {
    Retry hasty = retry.toBuilder().maxDuration(Duration.ofSeconds(5)).build();
    RetryManager retries = hasty.begin();
    assertThat(retries.shouldRetry(new IOException("down"))).isTrue();
    bench.passes(Duration.ofSeconds(6));

    assertThat(retries.waited()).isFalse();
    assertThat(bench.told.get(0).endReason()).isEqualTo(EndReason.MAX_DURATION_REACHED);
  }

  @Test
  void givingUpInBetweenLeavesNothingInFlight() {
    RetryManager retries = retry.begin();
    assertThat(retries.shouldRetry(new IOException("down"))).isTrue();
    assertThat(retry.statistics().sleeping()).isEqualTo(1);

    retries.close();

    assertThat(retry.statistics().sleeping()).isZero();
    assertThat(retry.statistics().inFlight()).isZero();
    assertThat(retry.statistics().ended(EndReason.CANCELLED)).isEqualTo(1);
  }

  @Test
  void withoutAFailureThereIsNothingToTell() {
    RetryManager retries = retry.begin();

    assertThatThrownBy(() -> retries.notifyFailure(Map.of()))
        .hasMessage("No attempt of 'queue.fetch' has failed: there is no failure to report");
  }
}
