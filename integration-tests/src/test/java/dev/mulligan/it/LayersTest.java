package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.AgentCli;
import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.LibraryJar;
import dev.mulligan.it.harness.OnEachJdk;
import java.nio.file.Path;

/**
 * Calls through several layers of an HTTP server that answers 503, in one run of the application
 * {@code layers}: each layer has five attempts, and the server gets five requests.
 */
class LayersTest {

  private static final Scenarios LAYERS =
      new Scenarios("layers", () -> App.named("layers", LibraryJar.path()), "Main");

  @OnEachJdk
  void overloadsOfOneRuleAreOneLayer(Jdk jdk) {
    assertFive(jdk, "overloads", "overloads again", "default");
  }

  @OnEachJdk
  void aResultThatAnInnerRuleGaveUpOnIsNotRetried(Jdk jdk) {
    assertFive(jdk, "layers", "circuit breaker: null");
  }

  @OnEachJdk
  void neitherIsWhatALayerMakesOfIt(Jdk jdk) {
    assertFive(jdk, "mapped", "mapped twice", "thrown", "thrown twice", "caught: null");
  }

  @OnEachJdk
  void neitherAreResultsWithoutAnIdentity(Jdk jdk) {
    assertFive(jdk, "null: null", "int", "boolean", "constant");
  }

  @OnEachJdk
  void callsOneAfterTheOtherMakeTheirOwnAttempts(Jdk jdk) {
    assertThat(requests(jdk, "in turn")).isEqualTo("15 null");
    assertThat(requests(jdk, "in turn in a layer")).isEqualTo("15 null");
    assertThat(requests(jdk, "futures, one after the other")).isEqualTo("10 null");
  }

  @OnEachJdk
  void aFailureOfTheOuterMethodItselfIsRetried(Jdk jdk) {
    assertThat(requests(jdk, "another failure")).isEqualTo("3");
  }

  @OnEachJdk
  void futuresAreLayersToo(Jdk jdk) {
    assertFive(
        jdk, "futures", "futures, mapped", "futures, null: null", "futures, on another thread");
  }

  @OnEachJdk
  void aFutureIsALayerAroundCallsAndACallAroundFutures(Jdk jdk) {
    assertFive(
        jdk, "future of a call", "future of a call that throws", "future that is waited for");
  }

  @OnEachJdk
  void theLibraryIsALayer(Jdk jdk) {
    assertFive(jdk, "library in library");
    assertFive(jdk, "library in rule", "library in rule, mapped", "library in rule, thrown");
    assertFive(
        jdk, "library around rule", "library around rule, mapped", "library around rule, thrown");
  }

  /** What the layers have spent of it is small. */
  @OnEachJdk
  void theBudgetIsThereForTheNextCall(Jdk jdk) {
    assertFive(jdk, "afterwards");
    LAYERS.on(jdk).assertErr().noneMatch(line -> line.contains("budget"));
  }

  @OnEachJdk
  void checkTellsWhichMethodsAreOneLayer(Jdk jdk) {
    App app = App.named("layers", LibraryJar.path());
    String rules = Path.of("src/test/resources/layers.yaml").toAbsolutePath().toString();
    assertThat(AgentCli.on(jdk).run("check", rules, "--classpath", app.jar().toString()).out())
        .anyMatch(
            line ->
                line.contains(
                    "it calls get(java.lang.String, int),"
                        + " get(java.lang.String, int, java.lang.String) of the same rule: they"
                        + " are one layer"))
        .anyMatch(line -> line.contains("it calls one() of the same rule"));
  }

  /**
   * @param calls names of scenarios, with what the call returned if that is null
   */
  private static void assertFive(Jdk jdk, String... calls) {
    for (String call : calls) {
      String[] parts = call.split(": ", 2);
      String expected = parts.length == 1 ? "5" : "5 " + parts[1];
      assertThat(requests(jdk, parts[0])).as(call).isEqualTo(expected);
    }
  }

  private static String requests(Jdk jdk, String call) {
    return LAYERS.outcome(jdk, call);
  }
}
