package dev.mulligan.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.thread.LazyTimer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real time, as short as can be: what interrupts is a thread. */
class TimeoutGuardTest {

  private static final Duration SHORT = Duration.ofMillis(1);

  private final Rig rig = new Rig();
  private final AtomicInteger bodies = new AtomicInteger();

  @AfterEach
  void close() {
    rig.close();
  }

  /** Waits until somebody interrupts it. */
  private Object hanging() throws InterruptedException {
    bodies.incrementAndGet();
    new CountDownLatch(1).await();
    return "never";
  }

  /** Does not care for interrupts. */
  private Object stubborn() {
    bodies.incrementAndGet();
    while (!Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    return "late";
  }

  @Test
  void interruptsAnAttemptThatTakesTooLongAndMakesAnother() throws Throwable {
    rig.timeout(SHORT);
    Object result = rig.call(() -> bodies.get() == 2 ? "third" : hanging());
    assertThat(result).isEqualTo("third");
    assertThat(rig.snapshot().timeouts()).isEqualTo(2);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void theLastOneThrowsAnUncheckedExceptionOfTheJdkWithTheTimeoutAsItsCause() {
    rig.timeout(SHORT);
    assertThatThrownBy(() -> rig.call(this::hanging))
        .isExactlyInstanceOf(CompletionException.class)
        .hasMessage("com.acme.Gateway.charge took longer than 1ms (rule 'charge')")
        .hasCauseInstanceOf(TimeoutException.class)
        .satisfies(
            thrown ->
                assertThat(thrown.getSuppressed()[0]).isInstanceOf(InterruptedException.class));
    assertThat(bodies).hasValue(3);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void isAFailureWhateverRetryOnSays() {
    rig.with(Rig.strategy(2, List.of(), "java.sql.SQLException")).timeout(SHORT);
    assertThatThrownBy(() -> rig.call(this::hanging)).isInstanceOf(CompletionException.class);
    assertThat(bodies).hasValue(2);
  }

  @Test
  void aResultThatCameTooLateIsClosedAndCountsAsFailed() {
    AtomicInteger closed = new AtomicInteger();
    rig.timeout(SHORT);
    assertThatThrownBy(
            () ->
                rig.call(
                    () -> {
                      stubborn();
                      return (AutoCloseable) closed::incrementAndGet;
                    }))
        .isInstanceOf(CompletionException.class);
    assertThat(closed).hasValue(3);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aFlagThatTheBodySetsAgainDoesNotLeak() {
    rig.timeout(SHORT);
    assertThatThrownBy(
            () ->
                rig.call(
                    () -> {
                      try {
                        return hanging();
                      } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException(e);
                      }
                    }))
        .isInstanceOf(CompletionException.class);
    assertThat(bodies).hasValue(3);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void theApplicationsOwnInterruptBeforeTheTimeIsUpIsNotTakenForOurs() {
    rig.timeout(Duration.ofHours(1));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> rig.call(this::hanging)).isInstanceOf(InterruptedException.class);
    assertThat(bodies).hasValue(1);
    assertThat(rig.snapshot().timeouts()).isZero();
  }

  @Test
  void theApplicationsOwnInterruptThatTheBodyLeavesIsStillThereAfterATimeout() {
    AtomicBoolean expired = new AtomicBoolean();
    rig.timeout(SHORT);
    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () ->
                rig.call(
                    () -> {
                      bodies.incrementAndGet();
                      long end = System.nanoTime() + 100 * SHORT.toNanos();
                      while (System.nanoTime() < end) {
                        Thread.onSpinWait();
                      }
                      expired.set(true);
                      return "late";
                    }))
        .isInstanceOf(CompletionException.class);
    assertThat(expired).isTrue();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(bodies).hasValue(1);
    assertThat(rig.ended(EndReason.INTERRUPTED)).isEqualTo(1);
  }

  @Test
  void anAttemptThatEndsInTimeIsNotInterrupted() throws Throwable {
    rig.timeout(Duration.ofHours(1));
    assertThat(rig.call(() -> "at once")).isEqualTo("at once");
    assertThatThrownBy(
            () ->
                rig.call(
                    () -> {
                      throw new IOException("at once");
                    }))
        .hasMessage("at once");
  }

  @Test
  void runsUntimedWhenTheAgentHasLeft() throws Throwable {
    rig.timeout(SHORT);
    rig.leave();
    assertThat(
            rig.call(
                () -> {
                  long end = System.nanoTime() + 20 * SHORT.toNanos();
                  while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                  }
                  return "slow";
                }))
        .isEqualTo("slow");
  }

  @Test
  void theInterruptAndTheEndOfAnAttemptExcludeEachOther() {
    LazyTimer unused = new LazyTimer("unused");
    for (int i = 0; i < 2_000; i++) {
      TimedAttempt attempt = new TimedAttempt(Thread.currentThread(), unused);
      new Thread(attempt::onExpiry).start();
      attempt.end();
      assertThat(Thread.interrupted()).isFalse();
    }
  }

  @Test
  void throwsWhatTheMethodDeclares() {
    assertThat(TimeoutForm.of(List.of())).isEqualTo(TimeoutForm.COMPLETION);
    assertThat(made("java.sql.SQLException")).isInstanceOf(CompletionException.class);
    assertThat(made("java.io.IOException")).isExactlyInstanceOf(InterruptedIOException.class);
    assertThat(made("java.net.SocketTimeoutException")).isInstanceOf(SocketTimeoutException.class);
    assertThat(made("java.util.concurrent.TimeoutException")).isInstanceOf(TimeoutException.class);
    assertThat(made("java.lang.Exception")).isInstanceOf(TimeoutException.class);
  }

  private static Throwable made(String declared) {
    return TimeoutForm.of(List.of(declared)).create("x");
  }
}
