package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;

/** Methods that return the types of RxJava 3, in one run of the application {@code rx}. */
class RxJavaTest {

  private static final Scenarios RX = new Scenarios("rx");

  @OnEachJdk
  void subscribesOnceMoreToEveryType(Jdk jdk) {
    assertThat(RX.outcome(jdk, "single")).isEqualTo("attempt 3");
    assertThat(RX.outcome(jdk, "maybe")).isEqualTo("attempt 3");
    assertThat(RX.outcome(jdk, "completable")).isEqualTo("attempt 3");
    assertThat(RX.outcome(jdk, "observable")).isEqualTo("[attempt 3]");
    assertThat(RX.outcome(jdk, "flowable")).isEqualTo("[attempt 3]");
  }

  @OnEachJdk
  void callsAMethodAgainThatThrowsInsteadOfReturning(Jdk jdk) {
    assertThat(RX.outcome(jdk, "single that throws at once")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void failsWithTheVeryExceptionOfTheLastAttempt(Jdk jdk) {
    assertThat(RX.outcome(jdk, "last exception")).isEqualTo("the last of 3, suppressed 2");
  }

  @OnEachJdk
  void judgesTheOneValue(Jdk jdk) {
    assertThat(RX.outcome(jdk, "judged single")).isEqualTo("attempt 3");
    assertThat(RX.outcome(jdk, "judged maybe")).isEqualTo("attempt 3");
    assertThat(RX.outcome(jdk, "judged, always busy")).isEqualTo("busy 3");
  }

  @OnEachJdk
  void neverEmitsElementsTwice(Jdk jdk) {
    assertThat(RX.outcome(jdk, "observable that failed after an element"))
        .isEqualTo("2 signals, 1 subscription");
  }

  @OnEachJdk
  void disposingEndsTheWaiting(Jdk jdk) {
    assertThat(RX.outcome(jdk, "disposed while it waits")).isEqualTo("1 attempt");
  }

  @OnEachJdk
  void disposingDisposesOfTheAttemptInFlight(Jdk jdk) {
    assertThat(RX.outcome(jdk, "disposed in flight")).isEqualTo("true");
  }

  @OnEachJdk
  void subscribesOnRxJavasOwnThreads(Jdk jdk) {
    assertThat(RX.outcome(jdk, "thread of further attempts"))
        .startsWith("RxComputationThreadPool-");
  }
}
