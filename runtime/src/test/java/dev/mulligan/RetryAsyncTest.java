package dev.mulligan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.retry.failure.EndReason;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetryAsyncTest {

  private final Mulligan mulligan = Mulligan.builder().withoutEnvironment().build();
  private final AtomicInteger attempts = new AtomicInteger();
  private final RetryBuilder builder =
      Retry.builder("price").fixed(Duration.ofMillis(1)).jitter(0).silent().with(mulligan);

  @AfterEach
  void end() {
    mulligan.close();
  }

  @Test
  void aStageThatFailsIsAskedForAgain() throws Exception {
    Retry retry = builder.build();

    String result = retry.callAsync(() -> succeedsAt(3)).get(10, TimeUnit.SECONDS);

    assertThat(result).isEqualTo("done");
    assertThat(attempts).hasValue(3);
    assertThat(retry.statistics().ended(EndReason.VALUE_RETURNED)).isEqualTo(1);
  }

  @Test
  void anExceptionThatIsThrownInsteadOfReturnedIsAFailureToo() throws Exception {
    CompletableFuture<String> result =
        builder
            .build()
            .callAsync(
                () -> {
                  if (attempts.incrementAndGet() == 1) {
                    throw new IllegalStateException("not yet");
                  }
                  return CompletableFuture.completedFuture("done");
                });

    assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo("done");
  }

  @Test
  void theLastFailureComesUnwrappedWithThoseBefore() {
    assertThatThrownBy(
            () -> builder.build().callAsync(() -> succeedsAt(9)).get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("attempt 3")
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(2));
  }

  @Test
  void aResultThatCountsAsAFailureIsAskedForAgain() throws Exception {
    Retry retry = builder.retryOnResult(Integer.class, n -> n < 3).build();

    assertThat(
            retry
                .callAsync(() -> CompletableFuture.completedFuture(attempts.incrementAndGet()))
                .get(10, TimeUnit.SECONDS))
        .isEqualTo(3);
  }

  @Test
  void anExecutorThatRejectsFailsTheCallAndKeepsItsFailures() {
    Retry retry =
        builder
            .executor(
                task -> {
                  throw new RejectedExecutionException("full");
                })
            .build();

    assertThatThrownBy(() -> retry.callAsync(() -> succeedsAt(9)).get(10, TimeUnit.SECONDS))
        .cause()
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessage(
            "The executor of 'price' rejected another attempt: keep it running until its calls"
                + " have ended, or use another executor")
        .satisfies(thrown -> assertThat(thrown.getSuppressed()[0]).hasMessage("attempt 1"));
    assertThat(retry.statistics().inFlight()).isZero();
    assertThat(retry.statistics().sleeping()).isZero();
  }

  @Test
  void cancellingEndsTheWaiting() {
    Retry retry = builder.fixed(Duration.ofHours(1)).build();
    CompletableFuture<String> result = retry.callAsync(() -> succeedsAt(9));
    assertThat(retry.statistics().sleeping()).isEqualTo(1);

    result.cancel(true);

    assertThat(retry.statistics().sleeping()).isZero();
    assertThat(retry.statistics().ended(EndReason.CANCELLED)).isEqualTo(1);
  }

  @Test
  void cancellingReachesTheAttemptUnderWay() {
    CompletableFuture<String> attempt = new CompletableFuture<>();

    builder.build().callAsync(() -> attempt).cancel(true);

    assertThat(attempt).isCancelled();
  }

  private CompletableFuture<String> succeedsAt(int attempt) {
    int number = attempts.incrementAndGet();
    return number == attempt
        ? CompletableFuture.completedFuture("done")
        : CompletableFuture.failedFuture(new IOException("attempt " + number));
  }
}
