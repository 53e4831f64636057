package dev.mulligan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.notify.NotificationType;
import dev.mulligan.retry.budget.RetryBudget;
import dev.mulligan.retry.builtin.BuiltInStrategies;
import dev.mulligan.retry.delay.Jitter;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.statistics.CallKind;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryTest {

  private final VirtualMulligan bench = new VirtualMulligan();
  private final List<RetryAttempt> attempts = new ArrayList<>();
  private int calls;

  @Test
  void theFourReadyMadeStrategiesAreTheAgentsOwn() {
    assertThat(Retry.apiCall("a").strategy()).isEqualTo(named("api-call"));
    assertThat(Retry.database("d").strategy()).isEqualTo(named("database"));
    assertThat(Retry.webhook("w").strategy()).isEqualTo(named("webhook"));
    assertThat(Retry.memory("m").strategy()).isEqualTo(named("memory"));
  }

  @Test
  void aCallThatRecoversGivesItsResult() throws IOException {
    Retry retry =
        bench
            .retry("queue.fetch")
            .exponential(Duration.ofSeconds(1), Duration.ofSeconds(30))
            .jitter(new Jitter.None())
            .build();

    String result = retry.call(() -> succeedsAt(3));

    assertThat(result).isEqualTo("done");
    assertThat(bench.sleeps).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(retry.statistics().ended(CallKind.SUCCESSFUL_WITH_RETRY)).isEqualTo(1);
    assertThat(bench.log()).contains("Retrying queue.fetch after 1s (attempt 2/3): ");
  }

  @Test
  void aCallThatFailsForGoodEndsWithItsOwnLastException() {
    Retry retry = bench.retry("queue.fetch").context("queue", "orders").build();

    assertThatThrownBy(() -> retry.call(() -> succeedsAt(9)))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("attempt 3")
        .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(2));
    assertThat(bench.told).hasSize(1);
    assertThat(bench.told.get(0).endReason()).isEqualTo(EndReason.MAX_RETRIES_REACHED);
    assertThat(bench.told.get(0).strategy().onFailure().context()).containsEntry("queue", "orders");
  }

  @Test
  void everyCallMakesTheAttemptsOfItsOwnSettings() {
    Retry retry = bench.retry("queue.fetch").maxAttempts(2_000).fixed(Duration.ofMillis(1)).build();

    assertThatThrownBy(() -> retry.call(() -> succeedsAt(9_999))).hasMessage("attempt 2000");
    assertThat(bench.mulligan.budget()).isEmpty();
    assertThat(bench.sleeps).hasSize(1_999).containsOnly(Duration.ofMillis(1));
  }

  @Test
  void aBudgetEndsTheRetriesAndSaysSo() {
    RetryBudget budget = new RetryBudget(11, 0.1, 1 / 3_600.0);
    try (Mulligan limited = Mulligan.builder().withoutEnvironment().budget(budget).build()) {
      Retry retry =
          Retry.builder("queue.fetch")
              .with(limited)
              .silent()
              .maxAttempts(100)
              .fixed(Duration.ZERO)
              .build();

      assertThatThrownBy(() -> retry.call(() -> succeedsAt(999))).hasMessage("attempt 6");
      assertThat(retry.statistics().ended(EndReason.BUDGET_SPENT)).isEqualTo(1);
      assertThat(limited.budget())
          .hasValueSatisfying(
              state -> {
                assertThat(state.spent()).isTrue();
                assertThat(state.budget()).isEqualTo(budget);
                assertThat(state.retriesHeldBack()).isEqualTo(1);
              });
    }
  }

  @Test
  void foreverIsANumberOfAttempts() {
    assertThat(Retry.builder("x").maxAttempts(Integer.MAX_VALUE).build().strategy().isUnlimited())
        .isFalse();
  }

  @Test
  @SuppressWarnings("NullAway") // what a caller without null checks may do
  void workThatIsMissingIsAMistakeAndNoFailedAttempt() {
    Retry retry = bench.retry("queue.fetch").build();

    assertThatThrownBy(() -> retry.call(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> retry.run(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> retry.callAttempt(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> retry.callAsync(null)).isInstanceOf(NullPointerException.class);
    assertThat(bench.sleeps).isEmpty();
    assertThat(bench.told).isEmpty();
  }

  @Test
  void noAttemptStartsAfterTheMaxDuration() {
    Retry retry =
        bench
            .retry("queue.fetch")
            .unlimitedAttempts()
            .maxDuration(Duration.ofSeconds(10))
            .fixed(Duration.ofSeconds(3))
            .jitter(0)
            .build();

    assertThatThrownBy(() -> retry.call(() -> succeedsAt(99))).hasMessage("attempt 4");
    assertThat(bench.told.get(0).endReason()).isEqualTo(EndReason.MAX_DURATION_REACHED);
  }

  @Test
  void exceptionsThatAreNotNamedOrAreAbortedOnAreThrownAtOnce() {
    Retry retry =
        bench
            .retry("file.read")
            .retryOn(IOException.class)
            .abortOn(FileNotFoundException.class)
            .build();

    assertThatThrownBy(() -> retry.run(() -> failsWith(new FileNotFoundException("gone"))))
        .isInstanceOf(FileNotFoundException.class);
    assertThatThrownBy(() -> retry.run(() -> failsWith(new IllegalStateException("bug"))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(calls).isEqualTo(2);
    assertThat(retry.statistics().ended(CallKind.FAILED_WITHOUT_RETRY)).isEqualTo(2);
  }

  @Test
  void aResultMayCountAsAFailure() {
    Retry retry =
        bench.retry("price").retryOnNull().retryOnResult(Integer.class, n -> n < 0).build();
    List<Integer> answers = new ArrayList<>(java.util.Arrays.asList(null, -1, 5));

    assertThat(retry.<Integer, RuntimeException>call(() -> answers.remove(0))).isEqualTo(5);
  }

  @Test
  void anAttemptKnowsItsNumberAndTheCallsId() throws IOException {
    Retry retry = bench.retry("charge").build();

    String result =
        retry.callAttempt(
            attempt -> {
              attempts.add(attempt);
              return succeedsAt(2);
            });

    assertThat(result).isEqualTo("done");
    assertThat(attempts).extracting(RetryAttempt::number).containsExactly(1, 2);
    assertThat(attempts).extracting(RetryAttempt::callId).containsOnly(attempts.get(0).callId());
    assertThat(bench.log())
        .contains("[call " + attempts.get(0).callId().toString().substring(0, 8));
  }

  @Test
  void anInterruptEndsTheWaitingAndStays() {
    Retry retry = bench.retry("charge").build();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> retry.call(() -> succeedsAt(2))).hasMessage("attempt 1");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aSilentStrategyTellsNobody() {
    Retry silent = bench.retry("charge").silent().build();
    Retry told = silent.toBuilder().notifying(NotificationType.CRITICAL, "ops").build();

    assertThatThrownBy(() -> silent.call(() -> succeedsAt(9))).isInstanceOf(IOException.class);
    assertThat(bench.told).isEmpty();
    assertThatThrownBy(() -> told.call(() -> succeedsAt(99))).isInstanceOf(IOException.class);
    assertThat(bench.told).hasSize(1);
  }

  @Test
  void wordsOfOneCallGoIntoItsNotification() {
    Retry retry = bench.retry("charge").build();

    assertThatThrownBy(() -> retry.with("order", "4711").call(() -> succeedsAt(9)))
        .isInstanceOf(IOException.class);

    assertThat(bench.told.get(0).strategy().onFailure().context()).containsEntry("order", "4711");
    assertThat(retry.strategy().onFailure().context()).isEmpty();
  }

  @Test
  void numbersOutOfTheirRangeAreRefusedWhereTheyAreSaid() {
    RetryBuilder builder = bench.retry("charge");

    refused(() -> builder.maxAttempts(0), "maxAttempts must be at least 1, was 0");
    refused(() -> builder.maxDuration(Duration.ZERO), "maxDuration must be more than 0");
    refused(() -> builder.fixed(Duration.ofSeconds(-1)), "initial must not be negative, was -1s");
    refused(
        () -> builder.exponential(Duration.ofSeconds(2), Duration.ofSeconds(1)),
        "max must be at least initial (2s), was 1s");
    refused(() -> builder.jitter(2), "jitter must be from 0 to 1, or a duration, was 2");
    refused(() -> builder.retryOn(), "retryOn must name at least one exception");
    refused(
        () -> builder.unlimitedAttempts().build(), "maxAttempts: unlimited needs a maxDuration");
    refused(() -> Retry.builder(" "), "an operation's name must not be blank");
    refused(
        () -> Retry.extending("api", "x"),
        "there is no strategy 'api', only api-call, database, webhook, memory");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable said, String why) {
    assertThatThrownBy(said).isInstanceOf(IllegalArgumentException.class).hasMessage(why);
  }

  private static dev.mulligan.retry.strategy.Strategy named(String name) {
    return BuiltInStrategies.named(name).orElseThrow();
  }

  private String succeedsAt(int attempt) throws IOException {
    calls++;
    if (calls % attempt != 0) {
      throw new IOException("attempt " + calls);
    }
    return "done";
  }

  private <X extends Exception> void failsWith(X failure) throws X {
    calls++;
    throw failure;
  }
}
