package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RunningJvm;

/** Calls under a bulkhead, which limits how many run at the same time. */
class BulkheadTest {

  private static final String REFUSED = "RejectedExecutionException";

  @OnEachJdk
  void refusesWhatWouldRunBesideTooMany(Jdk jdk) {
    assertThat(Guarded.outcome(jdk, "four at a time"))
        .isEqualTo("ok ok " + REFUSED + " " + REFUSED + ", then ok");
  }

  @OnEachJdk
  void waitsForAPlaceWhereTheRuleSaysSo(Jdk jdk) {
    assertThat(Guarded.outcome(jdk, "four at a time, patiently")).isEqualTo("ok ok ok ok");
  }

  @OnEachJdk
  void aCallInsideOfItselfNeedsNoPlaceOfItsOwn(Jdk jdk) {
    assertThat(Guarded.outcome(jdk, "inside of itself")).isEqualTo("3");
  }

  @OnEachJdk
  void allMethodsOfARuleShareItAndStatusShowsWhoIsIn(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      app.ask("hold a place");
      assertThat(app.ask("try the place"))
          .isEqualTo(
              "java.util.concurrent.RejectedExecutionException: guarded.Quotas.place was not"
                  + " called: its bulkhead of 1 is full (rule 'place')");
      Guarded.status(jdk, app)
          .assertOut()
          .anyMatch(line -> line.strip().matches("place +1 of 1 running +1 +- +-"));
    }
  }

  @OnEachJdk
  void aDetachWhileACallIsInLetsThatCallEndAndOthersIn(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      app.ask("hold a place");
      AgentCli.on(jdk).run("detach", String.valueOf(app.pid())).assertStatus().isZero();
      assertThat(app.ask("try the place")).isEqualTo("ok");
      assertThat(app.ask("let go")).isEqualTo("let go");
    }
  }
}
