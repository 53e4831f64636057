package dev.mulligan.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mulligan.retry.budget.BudgetReport;
import dev.mulligan.retry.budget.RetryBudget;
import dev.mulligan.retry.budget.StormProtection;
import dev.mulligan.retry.delay.Backoff;
import dev.mulligan.retry.failure.EndReason;
import dev.mulligan.retry.failure.FailedCall;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private static final Strategy TWO_AT_ONCE =
      Strategies.simple().maxAttempts(2).backoff(new Backoff.Fixed(Duration.ZERO)).build();
  private static final Operation OTHER = EngineBench.operation("other");

  private final EngineBench bench = new EngineBench();

  @Test
  void retriesOnlyWhileMoreThanHalfOfTheTokensIsLeft() {
    follow(new RetryBudget(10, 0.1, 1));
    // 10 tokens; every failed attempt takes one: with 9, 7 and more than 5 left there is a retry.
    assertThat(attemptsOfFailingCalls(5)).containsExactly(2, 2, 1, 1, 1);
  }

  @Test
  void theProcessHasAThousandTokensWhereNobodySaysAnything() {
    int attempts = attemptsOfFailingCalls(1_000).stream().mapToInt(Integer::intValue).sum();
    assertThat(attempts).isEqualTo(1_000 + 250);
    assertThat(budget().tokensLeft()).isZero();
  }

  @Test
  void aFirstAttemptIsNeverHeldBack() throws Exception {
    follow(new RetryBudget(10, 0.1, 1));
    attemptsOfFailingCalls(100);
    assertThat(bench.call(TWO_AT_ONCE, Flaky.throwing())).isEqualTo("done");
  }

  @Test
  void aCallThatIsHeldBackEndsWithItsOwnExceptionAndIsNotifiedOf() {
    follow(new RetryBudget(1, 0.1, 1));
    IOException down = new IOException("down");
    assertThat(bench.failure(TWO_AT_ONCE, Flaky.throwing(down))).isSameAs(down);
    assertThat(bench.told)
        .extracting(FailedCall::endReason)
        .containsExactly(EndReason.BUDGET_SPENT);
  }

  @Test
  void timeGivesTokensBack() {
    follow(new RetryBudget(10, 0.1, 2));
    attemptsOfFailingCalls(20);
    assertThat(budget().tokensLeft()).isZero();
    bench.time.passes(Duration.ofSeconds(3));
    assertThat(budget().tokensLeft()).isCloseTo(6, within(1e-6));
    bench.time.passes(Duration.ofHours(3));
    assertThat(budget().tokensLeft()).isEqualTo(10);
  }

  @Test
  void evenInAnOutageTimeLetsAFewRetriesThrough() {
    follow(new RetryBudget(10, 0.1, 1));
    attemptsOfFailingCalls(20);
    int retries = 0;
    for (int second = 0; second < 100; second++) {
      bench.time.passes(Duration.ofSeconds(1));
      retries += attemptsOfFailingCalls(1).get(0) - 1;
    }
    // A call a second takes the token that the second gives; every time six are left one is
    // retried.
    assertThat(retries).isZero();
    bench.time.passes(Duration.ofSeconds(7));
    assertThat(attemptsOfFailingCalls(2)).containsExactly(2, 1);
  }

  @Test
  void aSuccessGivesATenthBackAlsoWithoutAFailureBeforeIt() {
    follow(new RetryBudget(100, 0.1, 1 / 3_600.0));
    attemptsOfFailingCalls(100);
    for (int success = 0; success < 200; success++) {
      bench.engine.succeeded(EngineBench.operation(), Strategies.simple().build(), null, null);
    }
    assertThat(budget().tokensLeft()).isCloseTo(20, within(1e-6));
  }

  @Test
  void aRetryThatSucceedsGivesATenthBack() throws Exception {
    follow(new RetryBudget(100, 0.1, 1 / 3_600.0));
    bench.call(TWO_AT_ONCE, Flaky.throwing(new IOException("once")));
    assertThat(budget().tokensLeft()).isCloseTo(99.1, within(1e-6));
  }

  @Test
  void successesCountOnlyWhileTheBucketIsNotFull() throws Exception {
    List<Boolean> wanted = new ArrayList<>();
    follow(new RetryBudget(100, 0.1, 10));
    bench.engine.settings().successCounting(wanted::add);
    bench.engine.succeeded(EngineBench.operation(), Strategies.simple().build(), null, null);
    assertThat(wanted).isEmpty();
    bench.failure(TWO_AT_ONCE, Flaky.throwing(new IOException("1"), new IOException("2")));
    assertThat(wanted).containsExactly(true);
    bench.engine.succeeded(EngineBench.operation(), Strategies.simple().build(), null, null);
    assertThat(wanted).containsExactly(true);
    bench.time.passes(Duration.ofSeconds(1));
    bench.engine.succeeded(EngineBench.operation(), Strategies.simple().build(), null, null);
    assertThat(wanted).containsExactly(true, false);
  }

  @Test
  void whatTheRuleDoesNotRetryTakesNothing() {
    follow(new RetryBudget(10, 0.1, 1));
    for (int call = 0; call < 10; call++) {
      bench.failure(TWO_AT_ONCE, Flaky.throwing(new AssertionError("a bug")));
    }
    assertThat(budget().tokensLeft()).isEqualTo(10);
  }

  @Test
  void whatAnInnerRuleGaveUpOnTakesNothingASecondTime() {
    follow(new RetryBudget(10, 0.1, 1));
    bench.failure(
        OTHER,
        TWO_AT_ONCE,
        () -> bench.call(TWO_AT_ONCE, Flaky.throwing(new IOException("1"), new IOException("2"))));
    assertThat(budget().tokensLeft()).isEqualTo(8);
  }

  @Test
  void itIsSaidOnceThatItIsSpentAndOnceThatItHasRecovered() throws Exception {
    follow(new RetryBudget(10, 0.1, 1));
    attemptsOfFailingCalls(50);
    bench.time.passes(Duration.ofMinutes(1));
    bench.call(TWO_AT_ONCE, Flaky.throwing(new IOException("once")));
    attemptsOfFailingCalls(50);
    assertThat(bench.log.lines().stream().filter(line -> line.contains("budget")))
        .containsExactly(
            "WARNING The retry budget of the process is spent: failed attempts took half of its 10"
                + " tokens. Until it recovers few failed calls are retried",
            "INFO The retry budget of the process has recovered, failed calls are retried again",
            "WARNING The retry budget of the process is spent: failed attempts took half of its 10"
                + " tokens. Until it recovers few failed calls are retried");
    assertThat(bench.log.lines()).noneMatch(line -> line.contains("budgetSpent"));
    assertThat(budget().timesSpent()).isEqualTo(2);
  }

  @Test
  void aRuleWithABudgetOfItsOwnAndTheOthersDoNotDisturbEachOther() {
    bench
        .engine
        .settings()
        .protection(
            new StormProtection(
                Optional.of(new RetryBudget(10, 0.1, 1)),
                Map.of("other", Optional.of(new RetryBudget(4, 0.1, 1))),
                Set.of()));
    attemptsOfFailingCalls(50);
    assertThat(attemptsOfFailingCalls(OTHER, 3)).containsExactly(2, 1, 1);
    assertThat(bench.engine.budgets().reports())
        .extracting(BudgetReport::owner)
        .containsExactly("the process", "rule 'other'");
  }

  @Test
  void aRuleWithoutABudgetIsNeverHeldBack() {
    bench
        .engine
        .settings()
        .protection(
            new StormProtection(
                Optional.of(new RetryBudget(1, 0.1, 1)),
                Map.of("other", Optional.empty()),
                Set.of()));
    assertThat(attemptsOfFailingCalls(OTHER, 3)).containsExactly(2, 2, 2);
    assertThat(budget().tokensLeft()).isEqualTo(1);
  }

  @Test
  void offMeansNoBudgetForAnybody() {
    bench.engine.settings().protection(new StormProtection(Optional.empty(), Map.of(), Set.of()));
    assertThat(attemptsOfFailingCalls(2_000)).doesNotContain(1);
    assertThat(bench.engine.budgets().reports()).isEmpty();
  }

  @Test
  void aReloadThatLeavesABudgetAsItIsLeavesItsTokensToo() {
    follow(new RetryBudget(10, 0.1, 1));
    attemptsOfFailingCalls(1);
    follow(new RetryBudget(10, 0.1, 1));
    assertThat(budget().tokensLeft()).isEqualTo(8);
    follow(new RetryBudget(11, 0.1, 1));
    assertThat(budget().tokensLeft()).isEqualTo(11);
  }

  private void follow(RetryBudget process) {
    bench
        .engine
        .settings()
        .protection(new StormProtection(Optional.of(process), Map.of(), Set.of()));
  }

  private BudgetReport budget() {
    return bench.engine.budgets().reports().get(0);
  }

  private List<Integer> attemptsOfFailingCalls(int calls) {
    return attemptsOfFailingCalls(EngineBench.operation(), calls);
  }

  private List<Integer> attemptsOfFailingCalls(Operation operation, int calls) {
    List<Integer> attempts = new ArrayList<>();
    for (int call = 0; call < calls; call++) {
      Flaky method = Flaky.throwing(new IOException("1"), new IOException("2"));
      bench.failure(operation, TWO_AT_ONCE, method);
      attempts.add(method.calls());
    }
    return attempts;
  }
}
