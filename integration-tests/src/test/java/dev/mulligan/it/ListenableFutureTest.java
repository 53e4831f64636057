package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;

/**
 * Methods that return Guava's ListenableFuture, in one run of the application {@code listenables}.
 */
class ListenableFutureTest {

  private static final Scenarios LISTENABLES = new Scenarios("listenables");

  @OnEachJdk
  void retriesAFutureThatFailsAfterItsMethodReturned(Jdk jdk) {
    assertThat(LISTENABLES.outcome(jdk, "fails later")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void retriesAFutureThatHadFailedWhenItsMethodReturned(Jdk jdk) {
    assertThat(LISTENABLES.outcome(jdk, "failed when returned")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void returnsTheVeryFutureThatIsCompletedAlready(Jdk jdk) {
    assertThat(LISTENABLES.outcome(jdk, "completed when returned")).isEqualTo("the same");
  }

  @OnEachJdk
  void retriesAnExceptionThatTheMethodThrowsInsteadOfReturning(Jdk jdk) {
    assertThat(LISTENABLES.outcome(jdk, "throws instead of returning")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void failsWithTheVeryExceptionOfTheLastAttempt(Jdk jdk) {
    assertThat(LISTENABLES.outcome(jdk, "last exception")).isEqualTo("the last of 3, suppressed 2");
  }

  @OnEachJdk
  void judgesTheValue(Jdk jdk) {
    assertThat(LISTENABLES.outcome(jdk, "judged")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void cancellingTheReturnedFutureEndsTheWaiting(Jdk jdk) {
    assertThat(LISTENABLES.outcome(jdk, "cancelled while it waits"))
        .isEqualTo("1 attempt, cancelled true");
  }

  @OnEachJdk
  void cancellingTheReturnedFutureCancelsTheAttemptInFlight(Jdk jdk) {
    assertThat(LISTENABLES.outcome(jdk, "cancelled in flight")).isEqualTo("true");
  }

  @OnEachJdk
  void refusesASubclassThatCanNotBeMadeAnew(Jdk jdk) {
    assertThat(LISTENABLES.outcome(jdk, "settable")).isEqualTo("failure 0");
  }

  @OnEachJdk
  void hasWhatARulePutsAroundTheRetry(Jdk jdk) {
    assertThat(LISTENABLES.outcome(jdk, "late once")).isEqualTo("attempt 2, first cancelled true");
    assertThat(LISTENABLES.outcome(jdk, "fallback to a text")).isEqualTo("instead");
    assertThat(LISTENABLES.outcome(jdk, "fallback to a method")).isEqualTo("last EUR");
    assertThat(LISTENABLES.outcome(jdk, "one at a time"))
        .isEqualTo("refused, attempts 2, cancelled true");
  }
}
