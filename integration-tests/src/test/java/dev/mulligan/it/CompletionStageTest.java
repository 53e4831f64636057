package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import java.nio.file.Path;

/** Methods that return a CompletionStage, in one run of the application {@code stages}. */
class CompletionStageTest {

  private static final Scenarios STAGES = new Scenarios("stages");

  @OnEachJdk
  void retriesAFutureThatFailsAfterItsMethodReturned(Jdk jdk) {
    assertThat(outcome(jdk, "fails later")).isEqualTo("attempt 3 of x");
  }

  @OnEachJdk
  void retriesAFutureThatHadFailedWhenItsMethodReturned(Jdk jdk) {
    assertThat(outcome(jdk, "failed when returned")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void returnsTheVeryFutureThatIsCompletedAlready(Jdk jdk) {
    assertThat(outcome(jdk, "completed when returned")).isEqualTo("the same");
  }

  @OnEachJdk
  void returnsTheVeryFutureThatIsPendingWhereNothingIsRepeated(Jdk jdk) {
    assertThat(outcome(jdk, "never repeated, pending")).isEqualTo("the same, fine");
    assertThat(outcome(jdk, "never repeated, with guards, pending")).isEqualTo("the same, fine");
    assertThat(outcome(jdk, "only observed, pending")).isEqualTo("the same, fine");
    assertThat(outcome(jdk, "never repeated, timed, pending")).isEqualTo("others, fine");
    assertThat(outcome(jdk, "never repeated, cancelled")).isEqualTo("true");
    STAGES
        .on(jdk)
        .assertErr()
        .anyMatch(line -> line.contains("Operation stages.Clients.once failed after 1 attempt"))
        .noneMatch(line -> line.contains("stages.Clients.cancelledOnce"));
  }

  @OnEachJdk
  void retriesAnExceptionThatTheMethodThrowsInsteadOfReturning(Jdk jdk) {
    assertThat(outcome(jdk, "throws instead of returning")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void countsOnlyWhatAMethodThrowsIfItsRuleDoesNotAwaitTheFuture(Jdk jdk) {
    assertThat(outcome(jdk, "not awaited")).isEqualTo("later, of attempt 3");
    assertThat(outcome(jdk, "not awaited, a plain future")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void givesTheExceptionOfTheLastAttemptAsItIs(Jdk jdk) {
    assertThat(outcome(jdk, "raw exception"))
        .isEqualTo("IOException of the last of 3, suppressed 2");
  }

  @OnEachJdk
  void judgesAnExceptionWithoutItsWrapperAndGivesItWithIt(Jdk jdk) {
    assertThat(outcome(jdk, "wrapped exception"))
        .isEqualTo("CompletionException of the last of 3, suppressed 2");
  }

  @OnEachJdk
  void completesWithTheLastExceptionThatTheMethodThrew(Jdk jdk) {
    assertThat(outcome(jdk, "always throws"))
        .isEqualTo("IOException of the last of 3, suppressed 2");
  }

  @OnEachJdk
  void leavesAnExceptionThatIsNotToBeRetried(Jdk jdk) {
    assertThat(outcome(jdk, "not retryable")).isEqualTo("no after 1");
  }

  @OnEachJdk
  void judgesTheValueThatTheFutureIsCompletedWith(Jdk jdk) {
    assertThat(outcome(jdk, "judged")).isEqualTo("attempt 3");
    assertThat(outcome(jdk, "judged, completed when returned")).isEqualTo("attempt 3");
    assertThat(outcome(jdk, "judged, always busy")).isEqualTo("busy 3");
  }

  @OnEachJdk
  void retriesThePrivateMethodThatTheClassCallsOnItself(Jdk jdk) {
    assertThat(outcome(jdk, "private, called on itself")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void retriesAStaticMethod(Jdk jdk) {
    assertThat(outcome(jdk, "static")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void retriesADefaultMethod(Jdk jdk) {
    assertThat(outcome(jdk, "default method")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void callsTheMethodAgainWithItsOwnArguments(Jdk jdk) {
    assertThat(outcome(jdk, "variable and overwritten arguments")).isEqualTo("attempt 3 abc");
  }

  @OnEachJdk
  void retriesAStageThatHidesItsFuture(Jdk jdk) {
    assertThat(outcome(jdk, "stage that hides its future")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void returnsASubclassOfTheApplicationsOwn(Jdk jdk) {
    assertThat(outcome(jdk, "own subclass")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void refusesASubclassThatCanNotBeMadeAnew(Jdk jdk) {
    assertThat(outcome(jdk, "subclass that can't be made")).endsWith("failure 1");
    STAGES
        .on(jdk)
        .assertErr()
        .anyMatch(line -> line.matches(".*Clients\\.sealed\\(\\): .*Mulligan cannot create.*"));
  }

  @OnEachJdk
  void refusesAPlainFuture(Jdk jdk) {
    assertThat(outcome(jdk, "plain future")).endsWith("failure 1");
    STAGES
        .on(jdk)
        .assertErr()
        .anyMatch(line -> line.matches(".*Clients\\.future\\(\\): .*has no completion callback.*"));
  }

  @OnEachJdk
  void checkTellsWhatWillBeRefused(Jdk jdk) {
    String rules = Path.of("src/test/resources/stages.yaml").toAbsolutePath().toString();
    String jar = App.named("stages").jar().toString();
    Finished check = AgentCli.on(jdk).run("check", rules, "--class-path", jar);
    check
        .assertOut()
        .anyMatch(line -> line.contains("refused stages.Clients.future()"))
        .anyMatch(line -> line.contains("java.util.concurrent.Future, which has no completion"))
        .anyMatch(line -> line.contains("refused stages.Clients.sealed()"));
  }

  @OnEachJdk
  void cancellingTheReturnedFutureEndsTheWaiting(Jdk jdk) {
    assertThat(outcome(jdk, "cancelled while it waits")).isEqualTo("1 attempt, cancelled true");
  }

  @OnEachJdk
  void cancellingTheReturnedFutureCancelsTheAttemptInFlight(Jdk jdk) {
    assertThat(outcome(jdk, "cancelled in flight")).isEqualTo("1 attempt, cancelled true");
  }

  @OnEachJdk
  void theApplicationsOwnTimeLimitEndsTheRetrying(Jdk jdk) {
    assertThat(outcome(jdk, "time limit in flight")).isEqualTo("TimeoutException after 1");
  }

  @OnEachJdk
  void aConditionThatThrowsLeavesNoFutureHanging(Jdk jdk) {
    assertThat(outcome(jdk, "throwing condition")).isEqualTo("Hostile after 1");
  }

  @OnEachJdk
  void recursionCountsAsOneCall(Jdk jdk) {
    assertThat(outcome(jdk, "recursion")).isEqualTo("3 attempts");
  }

  @OnEachJdk
  void aCallToTheOverriddenMethodCountsAsTheSameCall(Jdk jdk) {
    assertThat(outcome(jdk, "overridden, calls super")).startsWith("attempt 3");
  }

  @OnEachJdk
  void runsFurtherAttemptsInTheCommonPoolWithTheCallersContextClassLoader(Jdk jdk) {
    assertThat(outcome(jdk, "thread of further attempts"))
        .startsWith("ForkJoinPool.commonPool-worker-");
    assertThat(outcome(jdk, "context class loader")).isEqualTo("true");
  }

  @OnEachJdk
  void retriesASynchronousMethodThatAFurtherAttemptCalls(Jdk jdk) {
    assertThat(outcome(jdk, "synchronous call in an attempt")).isEqualTo("synchronous attempt 3");
  }

  @OnEachJdk
  void retriesASynchronousMethodThatIsCalledWhenTheFutureIsCompleted(Jdk jdk) {
    assertThat(outcome(jdk, "synchronous call in a dependent")).isEqualTo("synchronous attempt 3");
  }

  @OnEachJdk
  void aThousandWaitingCallsTakeNoThreadEach(Jdk jdk) {
    assertThat(outcome(jdk, "threads of 1000 waiting calls"))
        .isEqualTo("at most one more, all ended true");
  }

  private static String outcome(Jdk jdk, String scenario) {
    return STAGES.outcome(jdk, scenario);
  }
}
