package dev.mulligan.it.packs;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.NotificationReceiver;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.PostgresServer;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The real connection pools and PostgreSQL's own data source, while their server is down. */
class JdbcPackTest {

  @TempDir static Path data;

  private static PostgresServer server;

  @TempDir private Path folder;

  @BeforeAll
  static void startServer() throws SQLException {
    server = PostgresServer.start(data.resolve("pg"));
    makeAQueryThatConflictsTwice();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @OnEachJdk
  void everyPoolGivesAConnectionOnceTheServerIsBack(Jdk jdk) {
    server.kill();
    try (RunningJvm running = pools(jdk, 200).start()) {
      running.awaitErr("Retrying ");
      server.startAgain();
      Finished finished = running.awaitEnd(Duration.ofMinutes(1));
      finished
          .assertOut()
          .containsExactly("hikari: 1", "dbcp: 1", "tomcat: 1", "c3p0: 1", "driver: 1");
    }
  }

  @OnEachJdk
  void everyPoolIsAskedAgainWhileTheServerIsAway(Jdk jdk) {
    server.kill();
    try {
      Finished finished = pools(jdk, 2).run();
      finished.assertOut().hasSize(5).allMatch(line -> line.contains(": failed, "));
      finished
          .assertErr()
          .filteredOn(line -> line.contains("INFO Retrying "))
          .anyMatch(line -> line.contains("HikariDataSource.getConnection"))
          .anyMatch(line -> line.contains("dbcp2.BasicDataSource.getConnection"))
          .anyMatch(line -> line.contains("pool.DataSourceProxy.getConnection"))
          .anyMatch(line -> line.contains("AbstractPoolBackedDataSource.getConnection"))
          .anyMatch(line -> line.contains("BaseDataSource.getConnection"))
          .hasSize(5);
    } finally {
      server.startAgain();
    }
  }

  @OnEachJdk
  void theFinalFailureIsAlertedWhereTheStrategySaysSo(Jdk jdk) {
    server.kill();
    try (NotificationReceiver receiver = NotificationReceiver.start()) {
      Path rules = PackRules.alerting(folder, "jdbc", "jdbc-connection", receiver);
      ChildJvm.of(jdk, App.named("pack-jdbc").main("pools.Main"))
          .rules(rules)
          .arguments(server.url(), server.user(), "driver")
          .run()
          .assertOut()
          .containsExactly("driver: failed, 08001");
      Alert.next(receiver).isTaskFailureOf("jdbc-connection", "BaseDataSource.getConnection");
    } finally {
      server.startAgain();
    }
  }

  /** A sequence is not rolled back, and so knows which try it is. */
  private static void makeAQueryThatConflictsTwice() throws SQLException {
    server.execute("CREATE SEQUENCE conflicts");
    server.execute(
        """
        CREATE FUNCTION conflicting() RETURNS bigint LANGUAGE plpgsql AS $$
        DECLARE try bigint := nextval('conflicts');
        BEGIN
          IF try < 3 THEN RAISE EXCEPTION 'conflict %', try USING ERRCODE = '40001'; END IF;
          RETURN try;
        END $$
        """);
  }

  @OnEachJdk
  void aQueryThatConflictsWithOthersIsMadeAgain(Jdk jdk) {
    Finished finished = queries(jdk, "alone");
    finished.assertOut().containsExactly("statement: row 3", "prepared: row 3");
    finished
        .assertErr()
        .filteredOn(line -> line.contains("INFO Retrying org.postgresql.jdbc.Pg"))
        .hasSize(4);
  }

  @OnEachJdk
  void withinATransactionItFailsAsWithoutTheAgent(Jdk jdk) {
    Finished finished = queries(jdk, "transaction");
    finished
        .assertOut()
        .containsExactly(
            "statement: 40001, ERROR: conflict 1, suppressed 0",
            "prepared: 40001, ERROR: conflict 1, suppressed 0");
    finished.assertErr().isEmpty();
  }

  private Finished queries(Jdk jdk, String how) {
    Path rules =
        RuleFile.in(
            folder,
            """
            version: 1
            include: pack:jdbc
            strategies:
              jdbc-query: {extends: jdbc-query, backoff: {type: fixed, initial: 20ms, jitter: none}}
            """);
    Finished finished =
        ChildJvm.of(jdk, App.named("pack-jdbc").main("pools.Queries"))
            .rules(rules)
            .arguments(server.url(), server.user(), how)
            .run();
    finished.assertStatus().isZero();
    return finished;
  }

  private ChildJvm pools(Jdk jdk, int attempts) {
    Path rules =
        RuleFile.in(
            folder,
            """
            version: 1
            include: pack:jdbc
            strategies:
              jdbc-connection:
                extends: jdbc-connection
                max-attempts: %d
                backoff: {type: fixed, initial: 100ms}
            """
                .formatted(attempts));
    return ChildJvm.of(jdk, App.named("pack-jdbc").main("pools.Main"))
        .rules(rules)
        .arguments(server.url(), server.user(), "all");
  }
}
