package dev.mulligan.guard.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.guard.Rig;
import dev.mulligan.guard.settings.BulkheadSettings;
import dev.mulligan.guard.settings.RateLimitSettings;
import dev.mulligan.guard.settings.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rate limits and bulkheads. */
class LimitsTest {

  private static final Duration LONG = Duration.ofHours(1);

  private final Rig rig = new Rig();
  private final AtomicInteger bodies = new AtomicInteger();

  @AfterEach
  void close() {
    rig.close();
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
  void theRateLimitRefusesWhatIsTooMuch() throws Throwable {
    rig.rateLimit(new RateLimitSettings(2, LONG, Duration.ZERO, Scope.ATTEMPT));
    rig.call(this::succeeding);
    rig.call(this::succeeding);
    assertThatThrownBy(() -> rig.call(this::succeeding))
        .isExactlyInstanceOf(RejectedExecutionException.class)
        .hasMessage(
            "com.acme.Gateway.charge was not called: its rate limit of 2 in 1h is used up"
                + " (rule 'charge')");
    assertThat(rig.snapshot().rateLimit().orElseThrow().refused()).isEqualTo(1);
  }

  @Test
  void everyAttemptTakesAPermitOfTheRateLimit() {
    rig.rateLimit(new RateLimitSettings(2, LONG, Duration.ZERO, Scope.ATTEMPT));
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    assertThat(bodies).hasValue(2);
  }

  @Test
  void outsideTheRetryOnePermitIsEnoughForAllAttempts() {
    rig.rateLimit(new RateLimitSettings(1, LONG, Duration.ZERO, Scope.CALL));
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    assertThat(bodies).hasValue(3);
  }

  @Test
  void waitsForTheNextPeriodWhereTheRuleSaysSo() throws Throwable {
    rig.rateLimit(
        new RateLimitSettings(1, Duration.ofMinutes(1), Duration.ofMinutes(2), Scope.ATTEMPT));
    rig.call(this::succeeding);
    assertThat(rig.call(this::succeeding)).isEqualTo("paid");
    assertThat(rig.sleeps()).hasSize(1);
    assertThat(rig.sleeps().get(0)).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
  }

  @Test
  void anInterruptWhileItWaitsRefusesTheCallAndKeepsTheFlag() throws Throwable {
    rig.rateLimit(
        new RateLimitSettings(1, Duration.ofMinutes(1), Duration.ofMinutes(2), Scope.ATTEMPT));
    rig.call(this::succeeding);
    rig.interruptsTheNextSleep();
    assertThatThrownBy(() -> rig.call(this::succeeding))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whoeverWaitsWhenTheAgentLeavesIsLetThrough() throws Throwable {
    rig.rateLimit(
        new RateLimitSettings(1, Duration.ofMinutes(1), Duration.ofMinutes(2), Scope.ATTEMPT));
    rig.call(this::succeeding);
    rig.leave();
    assertThat(rig.call(this::succeeding)).isEqualTo("paid");
  }

  @Test
  void theBulkheadRefusesWhatWouldRunBesideTooMany() throws Throwable {
    rig.bulkhead(new BulkheadSettings(1, Duration.ZERO, Scope.ATTEMPT));
    rig.call(
        () -> {
          assertThat(rig.snapshot().bulkhead().orElseThrow().running()).isEqualTo(1);
          assertThatThrownBy(() -> rig.call(this::succeeding))
              .isExactlyInstanceOf(RejectedExecutionException.class)
              .hasMessageContaining("its bulkhead of 1 is full");
          return "outer";
        });
    assertThat(rig.call(this::succeeding)).isEqualTo("paid");
    assertThat(rig.snapshot().bulkhead().orElseThrow())
        .isEqualTo(new GuardSnapshot.Bulkhead(1, 0, 0, 1));
  }

  @Test
  void aFailedAttemptGivesItsPermitBackBeforeTheBackOff() {
    rig.bulkhead(new BulkheadSettings(1, Duration.ZERO, Scope.ATTEMPT));
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    assertThat(bodies).hasValue(3);
    assertThat(rig.snapshot().bulkhead().orElseThrow().running()).isZero();
  }

  @Test
  void aBulkheadAroundTheCallIsHeldThroughTheBackOffAndGivenBack() throws Throwable {
    rig.bulkhead(new BulkheadSettings(1, Duration.ZERO, Scope.CALL));
    assertThatThrownBy(() -> rig.call(this::failing)).isInstanceOf(IOException.class);
    assertThat(rig.call(this::succeeding)).isEqualTo("paid");
  }

  @Test
  void aRecursiveCallRunsWithoutAPermitOfItsOwn() throws Throwable {
    rig.bulkhead(new BulkheadSettings(1, LONG, Scope.ATTEMPT));
    Object outer =
        rig.call(
            () -> {
              rig.insideTheSameMethod();
              return call(this::succeeding);
            });
    assertThat(outer).isEqualTo("paid");
    assertThat(rig.snapshot().bulkhead().orElseThrow().running()).isZero();
  }

  @Test
  void aWaitingCallGetsThePermitThatAnotherGivesBack() throws Throwable {
    rig.bulkhead(new BulkheadSettings(1, LONG, Scope.ATTEMPT));
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () -> {
              call(
                  () -> {
                    entered.countDown();
                    release.await();
                    return "first";
                  });
            });
    entered.await();
    CompletableFuture<Void> second = CompletableFuture.runAsync(() -> call(this::succeeding));
    while (rig.snapshot().bulkhead().orElseThrow().waiting() == 0) {
      Thread.onSpinWait();
    }
    assertThat(bodies).hasValue(0);
    release.countDown();
    first.join();
    second.join();
    assertThat(bodies).hasValue(1);
  }

  /** A waiter whose time is over must not take a permit with it (Failsafe 3.3.2 loses it). */
  @Test
  void aWaiterWhoseTimeIsOverTakesNoPermitWithIt() throws Throwable {
    rig.bulkhead(new BulkheadSettings(1, Duration.ofNanos(1), Scope.ATTEMPT));
    rig.call(
        () -> {
          assertThatThrownBy(() -> rig.call(this::succeeding))
              .isInstanceOf(RejectedExecutionException.class);
          return "outer";
        });
    assertThat(rig.call(this::succeeding)).isEqualTo("paid");
  }

  @Test
  void anErrorOfTheBodyGivesThePermitBack() throws Throwable {
    rig.bulkhead(new BulkheadSettings(1, Duration.ZERO, Scope.ATTEMPT));
    for (Error error : List.of(new StackOverflowError(), new AssertionError("x"))) {
      assertThatThrownBy(
              () ->
                  rig.call(
                      () -> {
                        throw error;
                      }))
          .isSameAs(error);
    }
    assertThat(rig.call(this::succeeding)).isEqualTo("paid");
  }

  private @Nullable Object call(Rig.Body body) {
    try {
      return rig.call(body);
    } catch (Throwable thrown) {
      throw new AssertionError(thrown);
    }
  }
}
