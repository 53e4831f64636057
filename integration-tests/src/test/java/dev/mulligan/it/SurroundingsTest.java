package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;

/** SLF4J's MDC and OpenTelemetry's context in the attempts of an asynchronous call. */
class SurroundingsTest {

  private static final Scenarios SURROUNDINGS = new Scenarios("surroundings");
  private static final String CALLERS = "of the caller, of the caller";

  @OnEachJdk
  void furtherAttemptsSeeWhatTheCallerSaw(Jdk jdk) {
    assertThat(SURROUNDINGS.outcome(jdk, "attempts"))
        .isEqualTo(CALLERS + " on main; " + CALLERS + "; " + CALLERS + "; ");
  }

  @OnEachJdk
  void nothingIsLeftInTheirThreads(Jdk jdk) {
    assertThat(SURROUNDINGS.outcome(jdk, "left behind")).isEqualTo("null, null");
  }

  @OnEachJdk
  void theCallerKeepsItsOwn(Jdk jdk) {
    assertThat(SURROUNDINGS.outcome(jdk, "caller")).isEqualTo("of the caller");
  }
}
