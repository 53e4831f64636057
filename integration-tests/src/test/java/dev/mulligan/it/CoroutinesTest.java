package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;

/** Kotlin's suspend functions, in one run of the application {@code coroutines}. */
class CoroutinesTest {

  private static final Scenarios COROUTINES = new Scenarios("coroutines", "MainKt");

  @OnEachJdk
  void callsASuspendFunctionAgainThatFailsAfterItSuspended(Jdk jdk) {
    assertThat(COROUTINES.outcome(jdk, "fails later")).isEqualTo("attempt 3 of x 7");
    assertThat(COROUTINES.outcome(jdk, "fails after some steps")).isEqualTo("attempt 3, steps 15");
  }

  @OnEachJdk
  void callsASuspendFunctionAgainThatFailsWithoutSuspending(Jdk jdk) {
    assertThat(COROUTINES.outcome(jdk, "fails without suspending")).isEqualTo("attempt 3 of x");
  }

  @OnEachJdk
  void retriesPrivateOpenTopLevelAndCompanionFunctions(Jdk jdk) {
    assertThat(COROUTINES.outcome(jdk, "private")).isEqualTo("called attempt 3");
    assertThat(COROUTINES.outcome(jdk, "open")).isEqualTo("attempt 3");
    assertThat(COROUTINES.outcome(jdk, "top level")).isEqualTo("attempt 3");
    assertThat(COROUTINES.outcome(jdk, "companion")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void throwsTheVeryExceptionOfTheLastAttempt(Jdk jdk) {
    assertThat(COROUTINES.outcome(jdk, "last exception")).isEqualTo("the last of 3");
  }

  @OnEachJdk
  void leavesAnExceptionThatIsNotToBeRetried(Jdk jdk) {
    assertThat(COROUTINES.outcome(jdk, "not retryable")).isEqualTo("no after 1");
  }

  @OnEachJdk
  void judgesTheResult(Jdk jdk) {
    assertThat(COROUTINES.outcome(jdk, "judged")).isEqualTo("attempt 3");
    assertThat(COROUTINES.outcome(jdk, "judged, without suspending")).isEqualTo("attempt 3");
    assertThat(COROUTINES.outcome(jdk, "judged, always busy")).isEqualTo("busy 3");
  }

  @OnEachJdk
  void retriesAFunctionWithoutAResult(Jdk jdk) {
    assertThat(COROUTINES.outcome(jdk, "returns nothing")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void recursionCountsAsOneCall(Jdk jdk) {
    assertThat(COROUTINES.outcome(jdk, "recursion")).isEqualTo("the last of 3");
  }

  @OnEachJdk
  void doesNotMultiplyTheAttemptsOfTwoLayers(Jdk jdk) {
    assertThat(COROUTINES.outcome(jdk, "one of two layers")).isEqualTo("the last of 3");
    assertThat(COROUTINES.outcome(jdk, "one of two layers, mapped")).isEqualTo("503 of 3");
    assertThat(COROUTINES.outcome(jdk, "one of three layers")).isEqualTo("null of 3");
    assertThat(COROUTINES.outcome(jdk, "one of two layers, thrown")).isEqualTo("the last of 3");
  }

  @OnEachJdk
  void cancellingTheJobEndsTheWaitingAtOnce(Jdk jdk) {
    assertThat(COROUTINES.outcome(jdk, "cancelled while it waits"))
        .isEqualTo("1 attempt, JobCancellationException, soon true");
  }

  @OnEachJdk
  void goesOnInTheCallersOwnContext(Jdk jdk) {
    assertThat(COROUTINES.outcome(jdk, "context")).isEqualTo("named on own");
    assertThat(COROUTINES.outcome(jdk, "inside of another context")).isEqualTo("attempt 3");
    assertThat(COROUTINES.outcome(jdk, "unconfined")).isEqualTo("attempt 3 of x 7");
  }

  @OnEachJdk
  void retriesATimeOutOfTheFunctionsOwn(Jdk jdk) {
    assertThat(COROUTINES.outcome(jdk, "time-out of its own")).isEqualTo("attempt 3");
    assertThat(COROUTINES.outcome(jdk, "time-out that no rule names"))
        .isEqualTo("timed out after 1");
  }

  @OnEachJdk
  void aThousandWaitingCallsTakeNoThreadEach(Jdk jdk) {
    assertThat(COROUTINES.outcome(jdk, "threads of 1000 waiting calls"))
        .isEqualTo("few more, 1000 ended");
  }

  @OnEachJdk
  void ourOwnFailureIsReportedAndTheCallerGetsTheFunctionsException(Jdk jdk) {
    assertThat(COROUTINES.outcome(jdk, "without a job")).isEqualTo("failure 1 of 1");
    assertThat(COROUTINES.on(jdk).err())
        .filteredOn(line -> line.contains("Mulligan itself failed"))
        .singleElement()
        .asString()
        .contains("coroutines.Clients.withoutJob; the call continues without retries", "no job");
  }

  @OnEachJdk
  void findsFunctionsByTheirNamesInTheSource(Jdk jdk) {
    assertThat(COROUTINES.outcome(jdk, "value class")).isEqualTo("attempt 3");
    assertThat(COROUTINES.outcome(jdk, "value class, suspending")).isEqualTo("attempt 3");
    assertThat(COROUTINES.outcome(jdk, "internal")).isEqualTo("attempt 3");
    assertThat(COROUTINES.outcome(jdk, "quoted")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void findsFallbacksByTheirNamesInTheSource(Jdk jdk) {
    assertThat(COROUTINES.outcome(jdk, "fallback of a value class")).isEqualTo("spare t");
    assertThat(COROUTINES.outcome(jdk, "fallback of a value class, suspending"))
        .isEqualTo("spare t");
    assertThat(COROUTINES.outcome(jdk, "quoted fallback")).isEqualTo("the spare one");
  }
}
