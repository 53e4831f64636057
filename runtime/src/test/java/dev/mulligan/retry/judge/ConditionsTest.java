package dev.mulligan.retry.judge;

import static dev.mulligan.retry.condition.ExceptionCondition.ofType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.retry.LogCapture;
import dev.mulligan.retry.Strategies;
import dev.mulligan.retry.condition.ExceptionCondition;
import dev.mulligan.retry.condition.PropertyTest;
import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.retry.strategy.Strategy;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConditionsTest {

  private final LogCapture log = new LogCapture();
  private final Conditions conditions = new Conditions(log.log());

  @Test
  void aTypeFitsTheClassItsSubclassesAndImplementationsByName() {
    assertThat(retried(new FileNotFoundException(), ofType("java.io.IOException"))).isTrue();
    assertThat(retried(new IOException(), ofType("java.io.FileNotFoundException"))).isFalse();
    assertThat(retried(new Busy(), ofType(Transient.class.getName()))).isTrue();
  }

  @Test
  void aNestedTypeIsKnownByBothItsNames() {
    String name = Busy.class.getName();
    assertThat(retried(new Busy(), ofType(name))).isTrue();
    assertThat(retried(new Busy(), ofType(name.replace('$', '.')))).isTrue();
  }

  @Test
  void aTypeThatExistsNowhereFitsNothing() {
    assertThat(retried(new IOException(), ofType("com.acme.NeverWritten"))).isFalse();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void anErrorIsRetriedOnlyWhenItIsNamed() {
    Error error = new OutOfMemoryError("test");
    assertThat(retried(error, ofType("java.lang.Exception"))).isFalse();
    assertThat(retried(error, ofType("java.lang.Throwable"))).isFalse();
    assertThat(retried(error, ofType("java.io.Serializable"))).isFalse();
    assertThat(retried(error, message("test"))).isFalse();
    assertThat(retried(error, ofType("java.lang.Error"))).isTrue();
    assertThat(retried(error, ofType("java.lang.OutOfMemoryError"))).isTrue();
    assertThat(retried(error, ofType("java.lang.StackOverflowError"))).isFalse();
  }

  @Test
  void aThrowableThatIsNoExceptionIsRetriedOnlyByItsType() {
    Throwable control = new Throwable("test");
    assertThat(retried(control, message("test"))).isFalse();
    assertThat(retried(control, ofType("java.lang.Throwable"))).isTrue();
  }

  @Test
  void anInterruptIsNeverRetried() {
    assertThat(retried(new InterruptedException(), ofType("java.lang.InterruptedException")))
        .isFalse();
  }

  @Test
  void neitherIsWhatAnInterruptHasCaused() {
    Throwable wrapped = new IllegalStateException(new IOException(new InterruptedException()));
    assertThat(retried(wrapped, ofType("java.lang.Exception"))).isFalse();
    assertThat(retried(new ClosedByInterruptException(), ofType("java.lang.Exception"))).isFalse();
    assertThat(retried(new FileLockInterruptionException(), ofType("java.lang.Exception")))
        .isFalse();
  }

  @Test
  void aTimeOutThatIsCalledAnInterruptIsRetried() {
    assertThat(retried(new InterruptedIOException("timeout"), ofType("java.io.IOException")))
        .isTrue();
    assertThat(retried(new SocketTimeoutException("Read timed out"), ofType("java.io.IOException")))
        .isTrue();
  }

  @Test
  void abortOnWinsOverRetryOn() {
    Strategy strategy =
        Strategies.simple()
            .retryOn(ofType("java.io.IOException"))
            .abortOn(ofType("java.io.FileNotFoundException"))
            .build();
    assertThat(conditions.retriesException(strategy, new IOException())).isTrue();
    assertThat(conditions.retriesException(strategy, new FileNotFoundException())).isFalse();
  }

  @Test
  void abortOnReachesAnErrorByItsMessage() {
    Strategy strategy =
        Strategies.simple()
            .retryOn(ofType("java.lang.OutOfMemoryError"))
            .abortOn(message("Metaspace"))
            .build();
    assertThat(conditions.retriesException(strategy, new OutOfMemoryError("Java heap space")))
        .isTrue();
    assertThat(conditions.retriesException(strategy, new OutOfMemoryError("Metaspace"))).isFalse();
  }

  @Test
  void aCauseIsFoundAnywhereInTheChainButNotAtItsTop() {
    ExceptionCondition cause = cause("java.io.IOException");
    Exception deep = new IllegalStateException(new UncheckedIOException(new IOException()));
    assertThat(retried(deep, cause)).isTrue();
    assertThat(retried(new IOException(), cause)).isFalse();
    assertThat(retried(new IllegalStateException(), cause)).isFalse();
  }

  @Test
  @Timeout(10)
  void aCauseChainThatBitesItsTailIsCut() {
    Exception first = new Exception();
    Exception second = new Exception(first);
    first.initCause(second);
    assertThat(retried(first, cause("com.acme.NeverWritten"))).isFalse();
  }

  @Test
  void aMessageIsFoundSomewhere() {
    assertThat(retried(new IOException("server busy, sorry"), message("busy"))).isTrue();
    assertThat(retried(new IOException("denied"), message("busy"))).isFalse();
    assertThat(retried(new IOException(), message("busy"))).isFalse();
  }

  @Test
  void anSqlStateFitsByGlob() {
    assertThat(retried(new SQLException("gone", "08006"), sqlState("08*"))).isTrue();
    assertThat(retried(new SQLException("gone", "57P01"), sqlState("57P0?"))).isTrue();
    assertThat(retried(new SQLException("clash", "40001"), sqlState("08*", "40001"))).isTrue();
    assertThat(retried(new SQLException("typo", "42601"), sqlState("08*", "40001"))).isFalse();
    assertThat(retried(new SQLException("none"), sqlState("*"))).isFalse();
    assertThat(retried(new IOException(), sqlState("*"))).isFalse();
  }

  @Test
  void anSqlStateIsFoundBehindTheFrameworksWrapping() {
    Exception wrapped = new IllegalStateException(new SQLException("gone", "08006"));
    assertThat(retried(wrapped, sqlState("08*"))).isTrue();
  }

  @Test
  void aPropertyOfTheExceptionIsRead() {
    ExceptionCondition rejected = property("SQLState", new ValueTest.Is("08006"));
    assertThat(retried(new SQLTransientConnectionException("gone", "08006"), rejected)).isTrue();
    assertThat(retried(new SQLTransientConnectionException("gone", "08001"), rejected)).isFalse();
  }

  @Test
  void allThatIsInAConditionMustHold() {
    ExceptionCondition both =
        new ExceptionCondition(
            Optional.of("java.sql.SQLException"),
            Optional.empty(),
            Optional.of(Pattern.compile("gone")),
            List.of("08*"),
            Optional.empty());
    assertThat(retried(new SQLException("gone", "08006"), both)).isTrue();
    assertThat(retried(new SQLException("gone", "42601"), both)).isFalse();
    assertThat(retried(new SQLException("late", "08006"), both)).isFalse();
    assertThat(retried(new IllegalStateException("gone"), both)).isFalse();
  }

  @Test
  void aConditionThatAsksNothingIsRefused() {
    assertThatThrownBy(
            () ->
                new ExceptionCondition(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a condition needs at least one of type, cause, message, sql-state, property");
  }

  @Test
  void aMissingPropertyDoesNotHoldAndIsSaidOnce() {
    ExceptionCondition missing = property("statusCode", new ValueTest.Is(503));
    assertThat(retried(new IOException(), missing)).isFalse();
    assertThat(retried(new IOException(), missing)).isFalse();
    assertThat(log.lines())
        .containsExactly(
            "WARNING A condition of strategy 'test' does not hold: java.io.IOException has no"
                + " public 'statusCode' that can be read");
  }

  @Test
  void aPropertyThatThrowsDoesNotHoldAndIsSaidOnce() {
    ExceptionCondition throwing = property("moody", new ValueTest.Is(true));
    assertThat(retried(new Busy(), throwing)).isFalse();
    assertThat(retried(new Busy(), throwing)).isFalse();
    assertThat(log.lines())
        .containsExactly(
            "WARNING A condition of strategy 'test' does not hold: isMoody of "
                + Busy.class.getName()
                + " throws java.lang.UnsupportedOperationException");
  }

  @Test
  void anExceptionWhoseOwnMethodsThrowHarmsNobody() {
    Exception hostile =
        new Exception() {
          @Override
          public String getMessage() {
            throw new IllegalStateException("no message for you");
          }

          @Override
          public synchronized Throwable getCause() {
            throw new StackOverflowError();
          }
        };
    assertThat(retried(hostile, message("busy"))).isFalse();
    assertThat(retried(hostile, cause("java.io.IOException"))).isFalse();
    assertThat(retried(hostile, ofType("java.lang.Exception"))).isTrue();
    assertThat(log.lines())
        .hasSize(1)
        .allMatch(line -> line.endsWith(" was thrown while it was evaluated"));
  }

  @Test
  @Timeout(20)
  void aRegularExpressionThatBackTracksForEverDoesNotHoldAndIsSaid() {
    assertThat(retried(new IOException("x".repeat(5_000)), message("(x+x+)+y"))).isFalse();
    assertThat(log.lines())
        .containsExactly(
            "WARNING A condition of strategy 'test' does not hold: the regular expression"
                + " '(x+x+)+y' back-tracks without end; simplify it");
  }

  private boolean retried(Throwable thrown, ExceptionCondition condition) {
    return conditions.retriesException(Strategies.simple().retryOn(condition).build(), thrown);
  }

  private static ExceptionCondition cause(String type) {
    return condition(Optional.of(type), Optional.empty(), List.of(), Optional.empty());
  }

  private static ExceptionCondition message(String regex) {
    return condition(
        Optional.empty(), Optional.of(Pattern.compile(regex)), List.of(), Optional.empty());
  }

  private static ExceptionCondition sqlState(String... globs) {
    return condition(Optional.empty(), Optional.empty(), List.of(globs), Optional.empty());
  }

  private static ExceptionCondition property(String name, ValueTest test) {
    return condition(
        Optional.empty(), Optional.empty(), List.of(), Optional.of(new PropertyTest(name, test)));
  }

  private static ExceptionCondition condition(
      Optional<String> cause,
      Optional<Pattern> message,
      List<String> sqlStates,
      Optional<PropertyTest> property) {
    return new ExceptionCondition(Optional.empty(), cause, message, sqlStates, property);
  }

  interface Transient {}

  public static final class Busy extends RuntimeException implements Transient {
    public boolean isMoody() {
      return List.of(true).remove(0);
    }
  }
}
