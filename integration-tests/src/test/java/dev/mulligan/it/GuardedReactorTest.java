package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RunningJvm;
import java.nio.file.Path;

/** Guards of methods that return Reactor's Mono and Flux. */
class GuardedReactorTest {

  private static final Scenarios REACTIVE = new Scenarios("reactive", "Guarded");

  private static void assertOutcome(Jdk jdk, String scenario, String outcome) {
    assertThat(REACTIVE.outcome(jdk, scenario)).as(scenario).isEqualTo(outcome);
  }

  @OnEachJdk
  void theFallbackStandsInForAMono(Jdk jdk) {
    assertOutcome(jdk, "fallback to a text", "hello");
    assertOutcome(jdk, "fallback to a number", "class java.lang.Integer");
    assertOutcome(jdk, "fallback to nothing", "Optional.empty");
    assertOutcome(jdk, "fallback to a method", "EUR2 after 3");
    assertOutcome(jdk, "fallback of a static method", "instead of x");
    assertOutcome(jdk, "fallback of a method that throws", "instead");
    assertOutcome(jdk, "fallback method that fails", "java.io.IOException: the fallback's own");
    assertOutcome(jdk, "fallback hides no bug", "java.lang.IllegalArgumentException: a bug");
  }

  @OnEachJdk
  void theFallbackStandsInForAFluxThatHasEmittedNothing(Jdk jdk) {
    assertOutcome(jdk, "fallback of a flux", "[hello]");
    assertOutcome(jdk, "fallback of a flux to a method", "[3, 7]");
    assertOutcome(jdk, "flux that failed after an element", "[element, IOException] after 1");
  }

  @OnEachJdk
  void aRejectedValueIsAFailedAttempt(Jdk jdk) {
    assertOutcome(jdk, "judged", "attempt 2");
    assertOutcome(jdk, "judged, always busy", "busy 3");
    assertOutcome(jdk, "judged, fallback", "idle");
  }

  @OnEachJdk
  void anAttemptThatTakesTooLongIsCancelledAndRetried(Jdk jdk) {
    assertOutcome(jdk, "late once", "attempt 2, cancelled [attempt 1]");
    assertOutcome(
        jdk,
        "always late",
        "java.util.concurrent.TimeoutException: reactive.Guarded.late took longer than 50ms (rule"
            + " 'g-late')");
    assertOutcome(jdk, "late and blocking", "attempt 2");
    assertOutcome(jdk, "late, fallback", "old");
    assertOutcome(jdk, "in time", "fine");
    assertOutcome(jdk, "empty in time", "Optional.empty");
  }

  @OnEachJdk
  void aFluxIsTimedUntilItsFirstElement(Jdk jdk) {
    assertOutcome(jdk, "late first element", "[attempt 2, and more], cancelled [attempt 1]");
    assertOutcome(jdk, "slow elements", "[0, 1, 2]");
    assertOutcome(jdk, "empty flux in time", "[]");
  }

  @OnEachJdk
  void theBreakerOpensWhenTooManyAttemptsFailed(Jdk jdk) {
    assertOutcome(jdk, "pay ten times", "IIRRRRRRRR 2");
  }

  @OnEachJdk
  void aSubscriberThatHasEnoughWasServedWell(Jdk jdk) {
    assertOutcome(jdk, "has enough", "[x][x][x][x]");
  }

  @OnEachJdk
  void theRateLimitKeepsSubscribersWaitingAndNoThread(Jdk jdk) {
    assertOutcome(jdk, "ask patiently", "[ok, ok, ok] waits true");
    assertOutcome(
        jdk,
        "ask too much",
        "ok, java.util.concurrent.RejectedExecutionException: reactive.Guarded.askOnce was not"
            + " called: its rate limit of 1 in 1h is used up (rule 'g-ask-once')");
    assertOutcome(jdk, "ask without subscribing", "ok");
  }

  @OnEachJdk
  void theBulkheadCountsASubscriptionUntilItsEnd(Jdk jdk) {
    assertOutcome(
        jdk,
        "four at a time",
        "[RejectedExecutionException, RejectedExecutionException, ok, ok] then ok");
    assertOutcome(jdk, "a hundred in a queue", "true, at most two threads more true");
    assertOutcome(jdk, "inside of itself", "depth 0");
    assertOutcome(jdk, "retried in its place", "attempt 3");
  }

  @OnEachJdk
  void cancellingGivesThePlaceBackOnce(Jdk jdk) {
    assertOutcome(
        jdk, "cancelled in its place", "cancelled true, next in, third RejectedExecutionException");
    assertOutcome(jdk, "cancelled in the queue", "true, attempts 2");
    assertOutcome(jdk, "cancelled in the back-off", "2 attempts");
  }

  @OnEachJdk
  void demandAndContextAreTheSubscribers(Jdk jdk) {
    assertOutcome(jdk, "demand", "[1, 2] of 2");
    assertOutcome(jdk, "context", "v at attempt 3");
    assertOutcome(jdk, "thread of a first attempt", "main");
  }

  @OnEachJdk
  void aDetachLetsInWhoeverWaitsAndLeavesAKeptSourceAsItIs(Jdk jdk) {
    Path rules = Path.of("src/test/resources/reactive.yaml").toAbsolutePath();
    try (RunningJvm app =
        ChildJvm.of(jdk, App.named("reactive").main("reactive.Held")).rules(rules).start()) {
      app.awaitOut("ready");
      assertThat(app.ask("kept")).isEqualTo("ok, RejectedExecutionException");
      Guarded.status(jdk, app)
          .assertOut()
          .anyMatch(line -> line.startsWith("h-held ") && line.contains("1 of 1 running, 1 wait"));
      AgentCli.on(jdk).run("detach", String.valueOf(app.pid())).assertStatus().isZero();
      assertThat(app.ask("both in")).isEqualTo("true");
      assertThat(app.ask("kept")).isEqualTo("ok, ok");
    }
  }
}
