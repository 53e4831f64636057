package dev.mulligan.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.PostgresServer;
import dev.mulligan.it.harness.RuleFile;
import dev.mulligan.it.harness.RunningJvm;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * An unchanged program stores rows one by one (HikariCP, pgjdbc) while its PostgreSQL is killed and
 * started again on the same data and port.
 */
class PostgresTest {

  private static final int ROWS = 4_000;

  @TempDir static Path data;

  private static PostgresServer server;

  @BeforeAll
  static void startServer() throws SQLException {
    server = PostgresServer.start(data.resolve("pg"));
    server.execute("CREATE TABLE orders (id int PRIMARY KEY, note text NOT NULL)");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void empty() throws SQLException {
    server.execute("TRUNCATE orders");
  }

  @OnEachJdk
  void everyRowArrivesExactlyOnceThoughTheServerIsKilledTwice(Jdk jdk, @TempDir Path folder)
      throws SQLException {
    try (RunningJvm running = program(jdk).rules(rules(folder)).start()) {
      running.awaitOut("stored 100");
      server.kill();
      running.awaitErr("Retrying ");
      server.startAgain();
      running.awaitOut("stored 2000");
      server.kill();
      server.startAgain();
      Finished finished = running.awaitEnd(Duration.ofMinutes(1));
      finished.assertStatus().isZero();
      finished.assertOut().hasSize(ROWS).endsWith("stored " + ROWS);
      assertThat(server.number("SELECT count(*) FROM orders")).isEqualTo(ROWS);
      assertThat(server.number("SELECT sum(id) FROM orders")).isEqualTo(ROWS * (ROWS + 1L) / 2);
    }
  }

  @OnEachJdk
  void theSameProgramFailsWithoutTheAgent(Jdk jdk) throws SQLException {
    try (RunningJvm running = program(jdk).start()) {
      running.awaitOut("stored 100");
      server.kill();
      Finished finished = running.awaitEnd(Duration.ofSeconds(30));
      finished.assertStatus().isEqualTo(1);
      finished.assertErr().anyMatch(line -> line.contains("SQL"));
    } finally {
      server.startAgain();
    }
    assertThat(server.number("SELECT count(*) FROM orders")).isLessThan(ROWS);
  }

  private static ChildJvm program(Jdk jdk) {
    return ChildJvm.of(jdk, App.named("jdbc").main("shop.Main"))
        .arguments(server.url(), server.user(), String.valueOf(ROWS));
  }

  /** The built-in strategy with more patience: the server's restart takes a second or more. */
  private static Path rules(Path folder) {
    return RuleFile.in(
        folder,
        """
        version: 1
        rules:
          - name: orders
            match: "shop.Orders.store(int)"
            strategy: {extends: database, max-attempts: 40}
        """);
  }
}
