package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;

/** Methods that return Reactor's Mono and Flux, in one run of the application {@code reactive}. */
class ReactorTest {

  private static final Scenarios REACTIVE = new Scenarios("reactive");

  @OnEachJdk
  void subscribesToAMonoOnceMore(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "mono")).isEqualTo("attempt 3 of x");
    assertThat(REACTIVE.outcome(jdk, "private")).isEqualTo("attempt 3");
    assertThat(REACTIVE.outcome(jdk, "static")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void subscribesToAFluxOnceMore(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "flux")).isEqualTo("[1, 2]");
  }

  @OnEachJdk
  void leavesAnEmptyMonoAsItIs(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "empty mono")).isEqualTo("Optional.empty");
  }

  @OnEachJdk
  void callsAMethodAgainThatThrowsInsteadOfReturning(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "mono that throws at once")).isEqualTo("attempt 3");
    assertThat(REACTIVE.outcome(jdk, "flux that throws at once")).isEqualTo("[3, 4]");
  }

  @OnEachJdk
  void failsWithTheVeryExceptionOfTheLastAttempt(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "last exception")).isEqualTo("the last of 3, suppressed 2");
  }

  @OnEachJdk
  void leavesAnExceptionThatIsNotToBeRetried(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "not retryable")).isEqualTo("no after 1");
  }

  @OnEachJdk
  void judgesTheValueOfAMono(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "judged")).isEqualTo("attempt 3");
    assertThat(REACTIVE.outcome(jdk, "judged, always busy")).isEqualTo("busy 3");
  }

  @OnEachJdk
  void neverEmitsAFluxesElementsTwice(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "flux that failed after an element"))
        .isEqualTo("2 signals, 1 subscription");
  }

  @OnEachJdk
  void everySubscriberHasAttemptsOfItsOwn(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "two subscribers"))
        .isEqualTo("attempt 3 of x, attempt 3 of x");
  }

  @OnEachJdk
  void doesNothingWithoutASubscriber(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "nothing without a subscriber")).isEqualTo("0");
  }

  @OnEachJdk
  void cancellingEndsTheWaiting(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "cancelled while it waits")).isEqualTo("1 attempt");
  }

  @OnEachJdk
  void cancellingCancelsTheAttemptInFlight(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "cancelled in flight")).isEqualTo("true");
  }

  @OnEachJdk
  void keepsTheSubscribersContextOverTheAttempts(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "context")).isEqualTo("v at attempt 3");
  }

  @OnEachJdk
  void subscribesOnReactorsOwnThreads(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "thread of further attempts")).startsWith("parallel-");
  }

  @OnEachJdk
  void aConditionThatThrowsLeavesNoSubscriberWaiting(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "throwing condition")).isEqualTo("Hostile after 1");
  }

  @OnEachJdk
  void doesNotMultiplyTheAttemptsOfTwoLayers(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "one of two layers")).isEqualTo("3 attempts");
    assertThat(REACTIVE.outcome(jdk, "one of two layers, judged")).isEqualTo("503 after 3");
  }

  @OnEachJdk
  void aThousandWaitingCallsTakeNoThreadEach(Jdk jdk) {
    assertThat(REACTIVE.outcome(jdk, "threads of 1000 waiting calls"))
        .isEqualTo("at most one more, all ended true");
  }
}
