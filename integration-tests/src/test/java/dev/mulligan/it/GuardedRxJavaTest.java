package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;

/**
 * Guards of methods that return a type of RxJava. Five outcomes are those of Single, Maybe,
 * Completable, Observable and Flowable.
 */
class GuardedRxJavaTest {

  private static final Scenarios RX = new Scenarios("rx", "Guarded");

  private static void assertOutcome(Jdk jdk, String scenario, String outcome) {
    assertThat(RX.outcome(jdk, scenario)).as(scenario).isEqualTo(outcome);
  }

  @OnEachJdk
  void theFallbackStandsInWhereNothingWasEmitted(Jdk jdk) {
    assertOutcome(jdk, "fallback", "[[hello], [hello], [], [hello], [hello], []]");
    assertOutcome(jdk, "fallback hides no bug", "[IllegalArgumentException]");
    assertOutcome(jdk, "fallback to a method", "[7 after 3]");
    assertOutcome(jdk, "flux that failed after an element", "[element, IOException]");
  }

  @OnEachJdk
  void anAttemptThatTakesTooLongIsCancelledAndRetried(Jdk jdk) {
    assertOutcome(jdk, "late once", "[[ok] 1, [ok] 1, [] 12, [ok] 1, [ok] 1]");
    assertOutcome(
        jdk,
        "always late",
        "[[TimeoutException], [TimeoutException], [TimeoutException], [TimeoutException],"
            + " [TimeoutException]]");
    assertOutcome(jdk, "slow elements", "[0, 1, 2]");
    assertOutcome(jdk, "empty in time", "[[], [], [], []]");
  }

  @OnEachJdk
  void aRejectedValueIsAFailedAttempt(Jdk jdk) {
    assertOutcome(jdk, "judged", "[ok]");
    assertOutcome(jdk, "judged, always busy", "[busy]");
  }

  @OnEachJdk
  void theBreakerOpensWhenTooManyAttemptsFailed(Jdk jdk) {
    assertOutcome(
        jdk,
        "pay five times",
        "[IOException][IOException][RejectedExecutionException][RejectedExecutionException]"
            + "[RejectedExecutionException] 2");
  }

  @OnEachJdk
  void theBulkheadCountsASubscriptionUntilItsEnd(Jdk jdk) {
    String refused = "[RejectedExecutionException]";
    assertOutcome(
        jdk,
        "one at a time",
        "[" + String.join(", ", refused, refused, refused, refused, refused) + "] cancelled 5");
    assertOutcome(jdk, "cancelled in the queue", "attempts 2");
  }

  @OnEachJdk
  void theRateLimitKeepsSubscribersWaiting(Jdk jdk) {
    assertOutcome(jdk, "ask too much", "[ok] [RejectedExecutionException]");
    assertOutcome(jdk, "ask patiently", "[ok, ok, ok] waits true");
  }

  @OnEachJdk
  void demandIsTheSubscribers(Jdk jdk) {
    assertOutcome(jdk, "demand", "[1, 2] of 2");
  }

  @OnEachJdk
  void leavesNoErrorToNobody(Jdk jdk) {
    assertOutcome(jdk, "late and answering at once", "160");
    assertOutcome(jdk, "undeliverable", "0");
  }
}
