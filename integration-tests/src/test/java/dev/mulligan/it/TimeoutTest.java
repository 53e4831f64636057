package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RunningJvm;

/** Attempts that exceed the rule's timeout. */
class TimeoutTest {

  private static final String TIME_UP = " took longer than 50ms (rule '";

  @OnEachJdk
  void anAttemptThatTakesTooLongIsInterruptedAndAnotherMade(Jdk jdk) {
    assertThat(Guarded.outcome(jdk, "timeout, third attempt in time")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void theLastOneThrowsWhatItsCallersAreReadyForAndLeavesNoFlag(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      assertThat(app.ask("timeout of all attempts"))
          .isEqualTo(
              "java.util.concurrent.CompletionException: guarded.Slow.unchecked"
                  + TIME_UP
                  + "unchecked'), flag false");
      assertThat(app.ask("timeout declared"))
          .isEqualTo(
              "java.util.concurrent.TimeoutException: guarded.Slow.declared"
                  + TIME_UP
                  + "declared'), flag false");
      assertThat(app.ask("timeout of I/O"))
          .isEqualTo(
              "java.io.InterruptedIOException: guarded.Slow.io" + TIME_UP + "io'), flag false");
      assertThat(app.ask("timeout stack trace")).isEqualTo("unchecked < trace");
    }
  }

  @OnEachJdk
  void theFallbackStandsIn(Jdk jdk) {
    assertThat(Guarded.outcome(jdk, "timeout to a fallback"))
        .isEqualTo("the last quote, flag false");
  }

  /** It can't be stopped: the caller waits for it, three times 300 ms instead of 50. */
  @OnEachJdk
  void anAttemptThatIgnoresInterruptsCountsAsFailedAndItsFlagDoesNotLeak(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      assertThat(app.ask("timeout ignored"))
          .isEqualTo(
              "3 attempts, java.util.concurrent.CompletionException: guarded.Slow.stubborn"
                  + TIME_UP
                  + "stubborn'), flag false");
      assertThat(app.ask("timeout, flag set again"))
          .contains("CompletionException", "restoring")
          .endsWith(", flag false");
    }
  }

  @OnEachJdk
  void anInterruptOfTheApplicationIsNotTakenForATimeout(Jdk jdk) {
    assertThat(Guarded.outcome(jdk, "timeout, own interrupt"))
        .isEqualTo("1 attempt, java.lang.InterruptedException");
  }

  @OnEachJdk
  void startsItsThreadWithTheFirstTimedAttemptAndEndsItWithADetach(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      assertThat(app.ask("timeout thread")).isEqualTo("none");
      app.ask("timeout, third attempt in time");
      assertThat(app.ask("timeout thread")).isEqualTo("a daemon");
      AgentCli.on(jdk).run("detach", String.valueOf(app.pid())).assertStatus().isZero();
      assertThat(app.ask("timeout thread")).isEqualTo("none");
    }
  }

  @OnEachJdk
  void statusCountsTimeouts(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      app.ask("timeout of all attempts");
      Guarded.status(jdk, app)
          .assertOut()
          .anyMatch(line -> line.strip().matches("unchecked +- +3 +-"));
    }
  }
}
