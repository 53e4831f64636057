package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;

/** Guards of Kotlin's suspend functions. */
class GuardedCoroutinesTest {

  private static final Scenarios COROUTINES = new Scenarios("coroutines", "GuardedKt");

  private static void assertOutcome(Jdk jdk, String scenario, String outcome) {
    assertThat(COROUTINES.outcome(jdk, scenario)).as(scenario).isEqualTo(outcome);
  }

  @OnEachJdk
  void theFallbackStandsInForTheResult(Jdk jdk) {
    assertOutcome(jdk, "fallback to a text", "hello");
    assertOutcome(jdk, "fallback without suspending", "hello");
    assertOutcome(jdk, "fallback to a number", "8");
    assertOutcome(jdk, "fallback to nothing", "kotlin.Unit");
    assertOutcome(jdk, "fallback to a method", "EUR2 after 3");
    assertOutcome(jdk, "fallback method that fails", "java.io.IOException: the fallback's own");
    assertOutcome(jdk, "fallback hides no bug", "java.lang.IllegalArgumentException: a bug");
    assertOutcome(jdk, "judged, fallback", "idle");
  }

  @OnEachJdk
  void anAttemptThatTakesTooLongIsCancelledAndRetriedWhenItHasEnded(Jdk jdk) {
    assertOutcome(jdk, "late once", "attempt 2, [left 1, again]");
    assertOutcome(
        jdk,
        "always late",
        "java.util.concurrent.TimeoutException: coroutines.Guarded.late took longer than 50ms (rule"
            + " 'g-late')");
    assertOutcome(jdk, "late, fallback", "old");
    assertOutcome(jdk, "late and blocking", "attempt 2");
    assertOutcome(jdk, "in time", "fine, fine at once");
    assertOutcome(jdk, "time-out of its own", "attempt 3");
  }

  @OnEachJdk
  void theBreakerOpensWhenTooManyAttemptsFailed(Jdk jdk) {
    assertOutcome(jdk, "pay ten times", "IIRRRRRRRR 2");
  }

  @OnEachJdk
  void theRateLimitSuspendsItsCallers(Jdk jdk) {
    assertOutcome(jdk, "ask patiently", "[ok, ok, ok] waits true");
    assertOutcome(
        jdk,
        "ask too much",
        "ok, java.util.concurrent.RejectedExecutionException: coroutines.Guarded.askOnce was not"
            + " called: its rate limit of 1 in 1h is used up (rule 'g-ask-once')");
  }

  @OnEachJdk
  void theBulkheadCountsACallUntilItsEnd(Jdk jdk) {
    assertOutcome(
        jdk,
        "four at a time",
        "[RejectedExecutionException, RejectedExecutionException, ok, ok] then ok");
    assertOutcome(jdk, "a hundred in a queue", "100, few threads more true");
    assertOutcome(jdk, "inside of itself", "depth 0");
    assertOutcome(jdk, "retried in its place", "attempt 3");
  }

  @OnEachJdk
  void cancellingGivesThePlaceBackOnce(Jdk jdk) {
    assertOutcome(
        jdk, "cancelled in its place", "RejectedExecutionException, [left 1], attempts 2");
    assertOutcome(jdk, "cancelled in the queue", "ok ok, attempts 2, true");
    assertOutcome(jdk, "cancelled in the back-off", "2 attempts");
  }

  @OnEachJdk
  void theContextIsTheCallers(Jdk jdk) {
    assertOutcome(jdk, "context", "named");
    assertOutcome(jdk, "thread of a first attempt", "the same true");
  }
}
