package dev.mulligan.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.log.Log;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.strategy.Operation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransactionWatchTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final SpringTransactions spring = new SpringTransactions();
  private final Log log =
      new Log(
          new PrintStream(said, true, StandardCharsets.UTF_8),
          Log.Level.INFO,
          text -> text,
          Clock.systemUTC());
  private final RetryEngine engine = RetryEngine.inRealTime(log, call -> false);
  private final TransactionWatch watch = new TransactionWatch(engine, spring, log);

  @Test
  void warnsOnceForEachRuleOfAConnectionWhoseAutoCommitIsOff() {
    failed("insert", connection(false));
    failed("insert", connection(false));
    failed("update", connection(false));

    assertThat(lines())
        .hasSize(2)
        .first()
        .asString()
        .contains("com.acme.Orders.insert, which rule 'insert' retries", "auto-commit is off");
  }

  @Test
  void warnsOfAStatementOfSuchAConnection() {
    failed("insert", of(PreparedStatement.class, "getConnection", connection(false)));

    assertThat(lines()).hasSize(1);
  }

  @Test
  void saysNothingOfOthers() {
    failed("insert", connection(true));
    failed("insert", of(Connection.class, "getAutoCommit", new SQLException("closed")));
    failed("insert", of(PreparedStatement.class, "getConnection", new SQLException("closed")));
    failed("insert", "not of JDBC");
    failed("insert", null);

    assertThat(lines()).isEmpty();
  }

  @Test
  void retriesNothingThatTheConnectionCallsWhileItIsAsked() {
    List<Boolean> marked = new java.util.ArrayList<>();
    Connection connection =
        (Connection)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, called, arguments) -> {
                  marked.add(engine.busyThreads().mayHoldCurrent());
                  return true;
                });
    failed("insert", connection);

    assertThat(marked).containsExactly(true);
    assertThat(engine.busyThreads().mayHoldCurrent()).isFalse();
  }

  @Test
  void asksNothingOfALoaderWithoutSpringsClass() {
    spring.notice(getClass().getClassLoader(), "com/acme/TransactionSynchronizationManager");
    failed("insert", null);

    assertThat(lines()).isEmpty();
  }

  @Test
  void aStatementThatCommitsAloneIsOutsideOfATransaction() {
    Object statement = of(PreparedStatement.class, "getConnection", connection(true));

    assertThat(watch.isOutside(connection(true), null)).isTrue();
    assertThat(watch.isOutside(statement, null)).isTrue();
    assertThat(watch.isOutside("dao", new Object[] {"tea", connection(true)})).isTrue();
    assertThat(watch.isOutside("dao", null)).isTrue();
  }

  @Test
  void aTransactionThatIsOpenOrOfWhichNothingIsKnownIsNotOutside() {
    SQLException closed = new SQLException("closed");
    Object statement = of(PreparedStatement.class, "getConnection", closed);

    assertThat(watch.isOutside(connection(false), null)).isFalse();
    assertThat(watch.isOutside("dao", new Object[] {connection(false)})).isFalse();
    assertThat(watch.isOutside(of(Connection.class, "getAutoCommit", closed), null)).isFalse();
    assertThat(watch.isOutside(statement, null)).isFalse();
  }

  private void failed(String rule, @Nullable Object candidate) {
    watch.failed(new Operation("com.acme.Orders.insert", rule, Operation.Mode.RETRY), candidate);
  }

  private List<String> lines() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static Connection connection(boolean autoCommit) {
    return of(Connection.class, "getAutoCommit", autoCommit);
  }

  /** Of JDBC's interface, which answers one question. */
  private static <T> T of(Class<T> type, String method, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> {
              assertThat(called.getName()).isEqualTo(method);
              if (answer instanceof SQLException failure) {
                throw failure;
              }
              return answer;
            }));
  }
}
