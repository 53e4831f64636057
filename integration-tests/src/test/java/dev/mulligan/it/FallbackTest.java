package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RunningJvm;

/** Fallback values and fallback methods of failed calls. */
class FallbackTest {

  @OnEachJdk
  void standsInWhenTheAttemptsAreUsedUp(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      assertThat(app.ask("fallback to a private method")).isEqualTo("7");
      assertThat(app.ask("fallback of a static method")).isEqualTo("instead of x");
      assertThat(app.ask("fallback of a private method")).isEqualTo("not hidden");
      assertThat(app.ask("fallback to null")).isEqualTo("null");
      assertThat(app.ask("fallback to a text")).isEqualTo("hello");
      assertThat(app.ask("fallback to a number")).isEqualTo("-7");
      assertThat(app.ask("fallback to true")).isEqualTo("true");
      assertThat(app.ask("fallback to a boxed number")).isEqualTo("8");
      assertThat(app.ask("fallback to nothing")).isEqualTo("3 attempts");
      assertThat(app.ask("fallback of a void method to another"))
          .isEqualTo("3 attempts, stood in 1");
      assertThat(app.ask("fallback of an interface's default method")).isEqualTo("8");
      assertThat(app.ask("fallback of a result")).isEqualTo("instead");
    }
  }

  @OnEachJdk
  void throwsWhatTheFallbackMethodThrowsWithoutAFrameOfOurs(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      assertThat(app.ask("fallback that throws"))
          .isEqualTo("java.lang.IllegalArgumentException: the fallback's own");
      assertThat(app.ask("fallback stack trace")).isEqualTo("alsoThrowing < throwing");
    }
  }

  @OnEachJdk
  void hidesNothingThatIsNoFailure(Jdk jdk) {
    assertThat(Guarded.outcome(jdk, "fallback hides no bug"))
        .isEqualTo("java.lang.IllegalArgumentException: a bug");
  }

  @OnEachJdk
  void leavesAMethodAloneWhoseFallbackDoesNotFitAndSaysWhy(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      assertThat(app.ask("fallback with another signature"))
          .isEqualTo("java.io.IOException: misfit 1");
      assertThat(app.ask("fallback value of another type"))
          .isEqualTo("java.io.IOException: misfit value 1");
      assertThat(app.ask("future: fallback of another type")).contains("java.io.IOException: 1");
      app.awaitErr(
          "guarded.Fallbacks.misfit(java.lang.String): its fallback must be 'java.lang.String"
              + " misfitInstead(java.lang.String)' of guarded.Fallbacks, but there is"
              + " 'java.lang.Object misfitInstead(int)'");
      app.awaitErr(
          "guarded.Fallbacks.misfitValue(): it returns int, but its rule's fallback value is null");
      app.awaitErr(
          "guarded.Futures.misfit(): it returns a future of java.lang.Integer, but its rule's"
              + " fallback value is the text \"x\"");
    }
  }

  @OnEachJdk
  void checkSaysBeforehandWhatDoesNotFit(Jdk jdk) {
    Finished check = Guarded.check(jdk);
    check
        .assertOut()
        .anyMatch(line -> line.contains("refused guarded.Fallbacks.misfit(java.lang.String)"))
        .anyMatch(line -> line.contains("there is 'java.lang.Object misfitInstead(int)'"))
        .anyMatch(line -> line.contains("refused guarded.Fallbacks.misfitValue()"))
        .anyMatch(line -> line.contains("refused guarded.Futures.misfit()"))
        .noneMatch(line -> line.contains("refused guarded.Fallbacks.rate"));
  }

  @OnEachJdk
  void theSameProgramFailsWithoutTheAgent(Jdk jdk) {
    try (RunningJvm app = Guarded.startWithoutAgent(jdk)) {
      assertThat(app.ask("fallback to null")).isEqualTo("java.io.IOException: text");
    }
  }

  @OnEachJdk
  void statusCountsFallbacks(Jdk jdk) {
    try (RunningJvm app = Guarded.start(jdk)) {
      app.ask("fallback to null");
      app.ask("fallback to null");
      Guarded.status(jdk, app)
          .assertOut()
          .anyMatch(line -> line.contains("GUARDS OF RULE"))
          .anyMatch(line -> line.strip().matches("text +- +- +2"));
    }
  }
}
