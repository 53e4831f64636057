package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RunningJvm;

/** Calls under a rate limit, which limits how many start within a period. */
class RateLimitTest {

  private static final String REFUSED = "RejectedExecutionException";

  @OnEachJdk
  void refusesWhatIsTooMuch(Jdk jdk) {
    assertThat(Guarded.outcome(jdk, "ask five times"))
        .isEqualTo("ok ok ok " + REFUSED + " " + REFUSED);
  }

  @OnEachJdk
  void everyAttemptNeedsAPermit(Jdk jdk) {
    assertThat(Guarded.outcome(jdk, "ask and fail"))
        .isEqualTo("2 attempts, java.io.IOException: 503");
  }

  @OnEachJdk
  void waitsForTheNextPeriodWhereTheRuleSaysSo(Jdk jdk) {
    assertThat(Guarded.outcome(jdk, "ask patiently")).isEqualTo("ok ok ok");
  }

  @OnEachJdk
  void statusShowsItsPermitsAndRefusals(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      app.ask("ask five times");
      Guarded.status(jdk, app)
          .assertOut()
          .anyMatch(line -> line.strip().matches("ask +3 in 1h +2 +- +-"));
    }
  }
}
