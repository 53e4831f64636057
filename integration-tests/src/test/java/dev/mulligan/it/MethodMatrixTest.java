package dev.mulligan.it;

import static dev.mulligan.it.Matrix.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;

/** Every kind of method, in one run of the application {@code matrix} with {@code matrix.yaml}. */
class MethodMatrixTest {

  @OnEachJdk
  void retriesThePrivateMethodThatTheClassCallsOnItself(Jdk jdk) {
    assertThat(outcome(jdk, "private, called on itself")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void retriesAFinalMethod(Jdk jdk) {
    assertThat(outcome(jdk, "final")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void retriesAStaticMethod(Jdk jdk) {
    assertThat(outcome(jdk, "static")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void retriesAPackagePrivateMethod(Jdk jdk) {
    assertThat(outcome(jdk, "package-private")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void retriesEveryImplementationOfAnInterface(Jdk jdk) {
    assertThat(outcome(jdk, "implemented from an interface")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void leavesALambdaAsTheJvmHidesIt(Jdk jdk) {
    assertThat(outcome(jdk, "implemented by a lambda")).isEqualTo("java.io.IOException: failure 1");
  }

  @OnEachJdk
  void retriesADefaultMethod(Jdk jdk) {
    assertThat(outcome(jdk, "default of an interface")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void retriesAnInheritedMethodForTheReceiverThatTheRuleNames(Jdk jdk) {
    assertThat(outcome(jdk, "inherited, receiver named by the rule")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void leavesAnInheritedMethodOfOtherReceivers(Jdk jdk) {
    assertThat(outcome(jdk, "inherited, another receiver"))
        .isEqualTo("java.io.IOException: failure 1");
  }

  @OnEachJdk
  void retriesOnlyTheOutermostOfSuperCalls(Jdk jdk) {
    assertThat(outcome(jdk, "overridden, calls super")).isEqualTo("child 3, parent 3");
  }

  @OnEachJdk
  void retriesAMethodOfANestedClass(Jdk jdk) {
    assertThat(outcome(jdk, "nested class")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void retriesAMethodOfAnInnerClassOfAGenericClass(Jdk jdk) {
    assertThat(outcome(jdk, "inner class of a generic")).isEqualTo("x");
  }

  @OnEachJdk
  void retriesABridgedMethodOnce(Jdk jdk) {
    assertThat(outcome(jdk, "generic, overridden with a bridge")).isEqualTo("3 attempts");
  }

  @OnEachJdk
  void retriesAVarargsMethod(Jdk jdk) {
    assertThat(outcome(jdk, "varargs")).isEqualTo("x+y");
  }

  @OnEachJdk
  void retriesAMethodWithAnArrayParameter(Jdk jdk) {
    assertThat(outcome(jdk, "array parameter")).isEqualTo("x");
  }

  @OnEachJdk
  void retriesAMethodOfARecord(Jdk jdk) {
    assertThat(outcome(jdk, "record")).isEqualTo("3 by attempt 3");
  }

  @OnEachJdk
  void retriesAMethodOfAnEnum(Jdk jdk) {
    assertThat(outcome(jdk, "enum")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void retriesAMethodInAnEnumConstantsBody(Jdk jdk) {
    assertThat(outcome(jdk, "enum constant's own body")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void retriesAMethodThatEnclosesALambda(Jdk jdk) {
    assertThat(outcome(jdk, "encloses a lambda")).isEqualTo("attempt 3!");
  }

  @OnEachJdk
  void retriesAMethodThatEnclosesAnAnonymousClass(Jdk jdk) {
    assertThat(outcome(jdk, "encloses an anonymous class")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void retriesAnAnnotatedMethod(Jdk jdk) {
    assertThat(outcome(jdk, "annotated")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void retriesTheOverloadThatTheRuleNames(Jdk jdk) {
    assertThat(outcome(jdk, "overload named by the rule")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void leavesTheOtherOverload(Jdk jdk) {
    assertThat(outcome(jdk, "other overload")).isEqualTo("java.io.IOException: failure 1");
  }

  @OnEachJdk
  void leavesAnExcludedMethod(Jdk jdk) {
    assertThat(outcome(jdk, "excluded")).isEqualTo("java.io.IOException: failure 1");
  }

  @OnEachJdk
  void refusesASynchronizedMethod(Jdk jdk) {
    assertThat(outcome(jdk, "synchronized")).isEqualTo("java.io.IOException: failure 1");
  }

  @OnEachJdk
  void retriesASynchronizedMethodWhoseRuleSaysHold(Jdk jdk) {
    assertThat(outcome(jdk, "synchronized, held")).isEqualTo("attempt 3, lock held");
  }

  @OnEachJdk
  void retriesARecursiveMethodOnlyAtItsOutermostCall(Jdk jdk) {
    assertThat(outcome(jdk, "recursion")).isEqualTo("12 calls");
  }

  @OnEachJdk
  void doesNotMultiplyTheAttemptsOfNestedRules(Jdk jdk) {
    assertThat(outcome(jdk, "calls another retried method")).isEqualTo("outer 1, inner 3");
  }

  @OnEachJdk
  void retriesAMethodOfTheJdkThatIsNamedExactly(Jdk jdk) {
    assertThat(outcome(jdk, "class of the JDK")).isEqualTo("3 attempts");
  }

  @OnEachJdk
  void givesTheNextAttemptTheOriginalArguments(Jdk jdk) {
    assertThat(outcome(jdk, "overwrites its arguments")).isEqualTo("x123.5 on attempt 3");
  }

  @OnEachJdk
  void retriesAMethodThatReturnsNothing(Jdk jdk) {
    assertThat(outcome(jdk, "returns nothing")).isEqualTo("3 attempts");
  }

  @OnEachJdk
  void returnsAnIntAfterRetries(Jdk jdk) {
    assertThat(outcome(jdk, "returns an int")).isEqualTo("2147483647");
  }

  @OnEachJdk
  void returnsALongAfterRetries(Jdk jdk) {
    assertThat(outcome(jdk, "returns a long")).isEqualTo("-9223372036854775808");
  }

  @OnEachJdk
  void returnsADoubleAfterRetries(Jdk jdk) {
    assertThat(outcome(jdk, "returns a double")).isEqualTo("0.5");
  }

  @OnEachJdk
  void returnsABooleanAfterRetries(Jdk jdk) {
    assertThat(outcome(jdk, "returns a boolean")).isEqualTo("true");
  }

  @OnEachJdk
  void returnsAnArrayAfterRetries(Jdk jdk) {
    assertThat(outcome(jdk, "returns an array")).isEqualTo("7");
  }

  @OnEachJdk
  void throwsTheLastExceptionItselfWithTheEarlierOnesSuppressed(Jdk jdk) {
    assertThat(outcome(jdk, "same exception, earlier ones suppressed"))
        .isEqualTo("same object true, earlier ones true, attempts 3");
  }

  @OnEachJdk
  void onlyObservesWhereTheRuleSaysSo(Jdk jdk) {
    assertThat(outcome(jdk, "observed")).isEqualTo("java.io.IOException: failure 1");
  }

  @OnEachJdk
  void leavesAnError(Jdk jdk) {
    assertThat(outcome(jdk, "error")).isEqualTo("java.lang.AssertionError: x");
  }

  @OnEachJdk
  void retriesAnErrorThatTheStrategyNames(Jdk jdk) {
    assertThat(outcome(jdk, "named error")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void retriesAnUncheckedException(Jdk jdk) {
    assertThat(outcome(jdk, "unchecked exception")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void leavesAnInterruptedException(Jdk jdk) {
    assertThat(outcome(jdk, "interrupted exception")).isEqualTo("java.lang.InterruptedException");
  }

  @OnEachJdk
  void abortsOnWhatTheStrategyNames(Jdk jdk) {
    assertThat(outcome(jdk, "abort-on")).isEqualTo("java.io.FileNotFoundException: failure 1");
  }

  @OnEachJdk
  void retriesOnAResult(Jdk jdk) {
    assertThat(outcome(jdk, "null result")).isEqualTo("attempt 3");
  }

  @OnEachJdk
  void returnsTheLastResultWhenAttemptsAreUsedUp(Jdk jdk) {
    assertThat(outcome(jdk, "null result to the end")).isEqualTo("null");
  }

  @OnEachJdk
  void endsRetryingWhenInterruptedAndKeepsTheFlag(Jdk jdk) {
    assertThat(outcome(jdk, "interrupted while it waits")).isEqualTo("failure 1, flag true");
  }

  @OnEachJdk
  void retriesManyThreadsIndependently(Jdk jdk) {
    assertThat(outcome(jdk, "many threads")).isEqualTo("64 of 64");
  }

  @OnEachJdk
  void runsTryCatchAndFinallyAnewInEachAttempt(Jdk jdk) {
    assertThat(outcome(jdk, "try, catch and finally inside")).isEqualTo("attempt 3, closed 2");
  }

  @OnEachJdk
  void leavesAConstructor(Jdk jdk) {
    assertThat(outcome(jdk, "constructor")).isEqualTo("java.io.IOException: failure 1");
  }

  @OnEachJdk
  void retriesWithoutLimitUntilMaxDuration(Jdk jdk) {
    assertThat(outcome(jdk, "unlimited until max-duration")).isEqualTo("true true");
  }

  @OnEachJdk
  void addsNoFrameToTheStackTrace(Jdk jdk) {
    assertThat(outcome(jdk, "stack trace"))
        .isEqualTo(Matrix.outcomeWithoutAgent(jdk, "stack trace"));
  }

  @OnEachJdk
  void theSameProgramFailsWithoutTheAgent(Jdk jdk) {
    Matrix.without(jdk).assertOut().noneMatch(line -> line.contains("attempt 3"));
  }

  @OnEachJdk
  void writesNothingToStandardOutput(Jdk jdk) {
    assertThat(Matrix.with(jdk).out()).hasSameSizeAs(Matrix.without(jdk).out());
  }
}
