package dev.mulligan.guard.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.guard.Rig;
import dev.mulligan.guard.settings.BulkheadSettings;
import dev.mulligan.guard.settings.CircuitBreakerSettings;
import dev.mulligan.guard.settings.RateLimitSettings;
import dev.mulligan.guard.settings.Scope;
import dev.mulligan.guard.settings.Window;
import dev.mulligan.retry.failure.EndReason;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CircuitBreakerGuardTest {

  private static final Duration LONG = Duration.ofHours(1);

  private final Rig rig = new Rig();
  private final AtomicInteger bodies = new AtomicInteger();

  @AfterEach
  void close() {
    rig.close();
  }

  private static CircuitBreakerSettings breaker(int window, Duration delay, Scope per) {
    return new CircuitBreakerSettings(50, new Window.Calls(window), delay, 1, per);
  }

  private Object failing() throws IOException {
    bodies.incrementAndGet();
    throw new IOException("503");
  }

  private Object succeeding() {
    bodies.incrementAndGet();
    return "paid";
  }

  @Test
  void opensWhenHalfOfTheWindowFailed() {
    rig.with(Rig.strategy(1, List.of(), "java.io.IOException"))
        .breaker(breaker(4, LONG, Scope.ATTEMPT));
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    assertThat(rig.breaker().state()).isEqualTo("closed");
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    assertThat(rig.breaker().state()).isEqualTo("open");
    assertThat(rig.log()).contains("Circuit breaker of rule 'charge' opened");
  }

  @Test
  void refusesCallsWhileItIsOpenAndSaysSo() {
    rig.with(Rig.strategy(1, List.of(), "java.io.IOException"))
        .breaker(breaker(1, LONG, Scope.ATTEMPT));
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> rig.call(this::succeeding))
        .isExactlyInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("com.acme.Gateway.charge was not called: its circuit breaker is open")
        .hasMessageContaining("rule 'charge'");
    assertThat(bodies).hasValue(1);
    assertThat(rig.breaker().refused()).isEqualTo(1);
  }

  @Test
  void aRetryThatItRefusesEndsTheCallAsTheAttemptBeforeIt() {
    rig.breaker(breaker(1, LONG, Scope.ATTEMPT));
    assertThatThrownBy(() -> rig.call(this::failing))
        .isInstanceOf(IOException.class)
        .hasMessage("503");
    assertThat(bodies).hasValue(1);
    assertThat(rig.ended(EndReason.REFUSED)).isEqualTo(1);
    assertThat(rig.sleeps()).as("waits for nothing").isEmpty();
  }

  @Test
  void aRefusalIsRetriedWhereRetryOnNamesItsClass() {
    rig.with(
            Rig.strategy(
                3,
                List.of(),
                "java.io.IOException",
                "java.util.concurrent.RejectedExecutionException"))
        .breaker(breaker(1, LONG, Scope.ATTEMPT));
    assertThatThrownBy(() -> rig.call(this::failing))
        .isInstanceOf(RejectedExecutionException.class)
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(2));
    assertThat(bodies).hasValue(1);
    assertThat(rig.sleeps()).hasSize(2);
  }

  @Test
  void aFirstAttemptThatIsRefusedIsRetriedWhereRetryOnNamesItsClass() {
    rig.with(Rig.strategy(3, List.of(), "java.util.concurrent.RejectedExecutionException"))
        .rateLimit(new RateLimitSettings(1, LONG, Duration.ZERO, Scope.ATTEMPT));
    assertThatThrownBy(
            () -> {
              rig.call(this::succeeding);
              rig.call(this::succeeding);
            })
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(rig.sleeps()).hasSize(2);
    assertThat(bodies).hasValue(1);
  }

  @Test
  void outsideTheRetryItCountsCallsAndNotAttempts() {
    rig.breaker(breaker(4, LONG, Scope.CALL));
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    assertThat(bodies).hasValue(3);
    assertThat(rig.breaker().state()).isEqualTo("closed");
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    assertThat(rig.breaker().state()).isEqualTo("open");
  }

  @Test
  void anExceptionThatIsNotRetriedIsAnAnswerOfTheService() {
    rig.with(Rig.strategy(3, List.of(), "java.io.IOException"))
        .breaker(breaker(1, LONG, Scope.ATTEMPT));
    assertThatThrownBy(
            () ->
                rig.call(
                    () -> {
                      throw new IllegalArgumentException("no such card");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(rig.breaker().state()).isEqualTo("closed");
  }

  @Test
  void closesAgainWhenATrialCallSucceeds() throws Throwable {
    rig.with(Rig.strategy(1, List.of(), "java.io.IOException"))
        .breaker(breaker(1, Duration.ofNanos(1), Scope.ATTEMPT));
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    assertThat(rig.call(this::succeeding)).isEqualTo("paid");
    assertThat(rig.breaker().state()).isEqualTo("closed");
    assertThat(rig.log()).contains("is half-open", "closed");
  }

  @Test
  void anInterruptOfATrialCallTellsNothingAndKeepsItFromClosing() {
    rig.with(Rig.strategy(1, List.of(), "java.io.IOException"))
        .breaker(breaker(1, Duration.ofNanos(1), Scope.ATTEMPT));
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    assertThatThrownBy(
            () ->
                rig.call(
                    () -> {
                      throw new InterruptedException();
                    }))
        .isInstanceOf(InterruptedException.class);
    assertThat(rig.breaker().state()).isEqualTo("open");
  }

  @Test
  void aTrialIsNotLostToAFullBulkhead() throws Throwable {
    rig.with(Rig.strategy(1, List.of(), "java.io.IOException"))
        .breaker(breaker(1, Duration.ofNanos(1), Scope.ATTEMPT))
        .bulkhead(new BulkheadSettings(1, Duration.ZERO, Scope.ATTEMPT));
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    rig.call(
        () -> {
          assertThatThrownBy(() -> rig.call(this::succeeding))
              .hasMessageContaining("its bulkhead of 1 is full");
          return "outer";
        });
    assertThat(rig.breaker().state()).isEqualTo("closed");
  }

  @Test
  void aReloadThatLeavesItAsItIsLeavesItOpen() {
    rig.with(Rig.strategy(1, List.of(), "java.io.IOException"))
        .breaker(breaker(1, LONG, Scope.ATTEMPT));
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    rig.breaker(breaker(1, LONG, Scope.ATTEMPT));
    assertThat(rig.breaker().state()).isEqualTo("open");
  }

  @Test
  void aReloadThatChangesItBeginsAnew() throws Throwable {
    rig.with(Rig.strategy(1, List.of(), "java.io.IOException"))
        .breaker(breaker(1, LONG, Scope.ATTEMPT));
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    rig.breaker(breaker(2, LONG, Scope.ATTEMPT));
    assertThat(rig.call(this::succeeding)).isEqualTo("paid");
  }

  @Test
  void aRecursiveCallIsNeverRefusedAndItsFailureCountsOnce() {
    rig.with(Rig.strategy(1, List.of(), "java.io.IOException"))
        .breaker(breaker(1, LONG, Scope.ATTEMPT))
        .insideTheSameMethod();
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    assertThat(rig.breaker().state()).isEqualTo("closed");
  }

  @Test
  void countsWithinATimeToo() {
    rig.with(Rig.strategy(1, List.of(), "java.io.IOException"))
        .breaker(
            new CircuitBreakerSettings(
                50, new Window.Time(Duration.ofHours(1), 2), LONG, 1, Scope.ATTEMPT));
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    assertThat(rig.breaker().state()).isEqualTo("closed");
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    assertThat(rig.breaker().state()).isEqualTo("open");
  }
}
