package dev.mulligan.retry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.strategy.Strategy;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterruptTest {

  private final EngineBench bench = new EngineBench();
  private final Strategy strategy = Strategies.simple().build();

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void anInterruptDuringTheBackOffEndsTheRetryingWithTheMethodsOwnException() {
    IOException own = new IOException("one");
    bench.time.whileAsleep(Thread.currentThread()::interrupt);
    Flaky method = Flaky.throwing(own);
    assertThat(bench.failure(strategy, method)).isSameAs(own);
    assertThat(method.calls()).isEqualTo(1);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(bench.statistics().ended(EndReason.INTERRUPTED)).isEqualTo(1);
    assertThat(bench.told).isEmpty();
    assertThat(bench.log.lines())
        .last()
        .isEqualTo(
            "WARNING Operation com.acme.PaymentGateway.charge failed after 1 attempt"
                + " (interrupted)");
  }

  @Test
  void aThreadThatWasInterruptedBeforeDoesNotSleepAtAll() {
    IOException own = new IOException("one");
    Thread.currentThread().interrupt();
    assertThat(bench.failure(strategy, Flaky.throwing(own))).isSameAs(own);
    assertThat(bench.time.sleeps()).isEmpty();
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
    assertThat(bench.log.lines()).noneMatch(line -> line.contains("Retrying"));
  }

  @Test
  void anInterruptedExceptionOfTheMethodIsNotRetried() {
    Flaky method = Flaky.throwing(new InterruptedException());
    bench.failure(strategy, method);
    assertThat(method.calls()).isEqualTo(1);
  }

  @Test
  void aCallThatIsUsedUpIsToldEvenToAnInterruptedThread() {
    Thread.currentThread().interrupt();
    bench.failure(Strategies.simple().maxAttempts(1).build(), Flaky.throwing(new IOException()));
    assertThat(bench.told).hasSize(1);
  }
}
