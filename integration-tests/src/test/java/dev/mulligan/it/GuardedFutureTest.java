package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RunningJvm;

/** Guards of methods that return a future. */
class GuardedFutureTest {

  private static final String TIMED_OUT = "java.util.concurrent.TimeoutException: guarded.Futures.";

  @OnEachJdk
  void theFallbackCompletesTheFuture(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      assertThat(app.ask("future: fallback to a text")).isEqualTo("hello");
      assertThat(app.ask("future: fallback to a number")).isEqualTo("class java.lang.Integer");
      assertThat(app.ask("future: fallback to null")).isEqualTo("null");
      assertThat(app.ask("future: fallback to a method")).isEqualTo("EUR2 after 3");
      assertThat(app.ask("future: fallback of a static method")).isEqualTo("instead of x");
      assertThat(app.ask("future: fallback of a method that throws")).isEqualTo("instead");
      assertThat(app.ask("future: fallback method that fails")).contains("the fallback's own");
      assertThat(app.ask("future: fallback hides no bug"))
          .isEqualTo("java.lang.IllegalArgumentException: a bug");
    }
  }

  @OnEachJdk
  void anAttemptThatTakesTooLongIsCancelledAndRetried(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      assertThat(app.ask("future: late once")).isEqualTo("attempt 2, first cancelled true");
      assertThat(app.ask("future: always late"))
          .isEqualTo(TIMED_OUT + "late took longer than 50ms (rule 'f-late')");
      assertThat(app.ask("future: late before it returns")).isEqualTo("attempt 2");
      assertThat(app.ask("future: late, hidden")).isEqualTo("attempt 2");
      assertThat(app.ask("future: late, fallback")).isEqualTo("old");
      assertThat(app.ask("future: in time")).isEqualTo("the same");
    }
  }

  @OnEachJdk
  void theBreakerOpensWhenTooManyAttemptsFailed(Jdk jdk) {
    assertThat(Guarded.outcome(jdk, "future: pay ten times")).isEqualTo("CRRRRRRRRR 2");
  }

  @OnEachJdk
  void theRateLimitKeepsCallsWaitingAndNoThread(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      assertThat(app.ask("future: ask patiently")).isEqualTo("[ok, ok, ok] waits true");
      assertThat(app.ask("future: ask too much"))
          .isEqualTo(
              "ok, java.util.concurrent.RejectedExecutionException: guarded.Futures.askOnce was not"
                  + " called: its rate limit of 1 in 1h is used up (rule 'f-ask-once')");
    }
  }

  @OnEachJdk
  void theBulkheadCountsAFutureUntilItIsComplete(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      assertThat(app.ask("future: four at a time"))
          .isEqualTo("ok ok RejectedExecutionException RejectedExecutionException then ok");
      assertThat(app.ask("future: a hundred in a queue"))
          .isEqualTo("true, at most two threads more true");
      assertThat(app.ask("future: inside of itself")).isEqualTo("depth 0");
      assertThat(app.ask("future: retried in its place")).isEqualTo("attempt 3");
    }
  }

  @OnEachJdk
  void cancellingTheFutureGivesThePlaceBack(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      assertThat(app.ask("future: cancelled in its place")).isEqualTo("cancelled true, next in");
      assertThat(app.ask("future: cancelled in the queue")).isEqualTo("ok ok");
    }
  }

  @OnEachJdk
  void statusShowsWhoIsInAndADetachLetsThemEnd(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      app.ask("future: hold a place");
      Guarded.status(jdk, app)
          .assertOut()
          .anyMatch(line -> line.strip().matches("f-held +1 of 1 running +- +- +-"));
      AgentCli.on(jdk).run("detach", String.valueOf(app.pid())).assertStatus().isZero();
      assertThat(app.ask("future: let go")).isEqualTo("let go");
      assertThat(app.ask("future: ask too much")).isEqualTo("ok, ok");
    }
  }

  @OnEachJdk
  void withoutTheAgentNothingOfItIsThere(Jdk jdk) {
    try (RunningJvm app = Guarded.startWithoutAgent(jdk)) {
      assertThat(app.ask("future: ask too much")).isEqualTo("ok, ok");
    }
  }
}
