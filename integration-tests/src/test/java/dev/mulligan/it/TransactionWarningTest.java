package dev.mulligan.it;

import dev.mulligan.it.harness.App;
import dev.mulligan.it.harness.ChildJvm;
import dev.mulligan.it.harness.Finished;
import dev.mulligan.it.harness.Jdk;
import dev.mulligan.it.harness.OnEachJdk;
import dev.mulligan.it.harness.RuleFile;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Calls that fail within a transaction, of the database H2 and of Spring. */
class TransactionWarningTest {

  private static final String WARNING = "failed within a transaction that is still open";

  @TempDir Path folder;

  @OnEachJdk
  void warnsOnceOfAMethodThatIsGivenAConnectionWithoutAutoCommit(Jdk jdk) {
    Finished run = run(jdk, "argument in a transaction", "shop.Orders.insert(..)");
    run.assertErr()
        .filteredOn(line -> line.contains(WARNING))
        .singleElement()
        .asString()
        .contains("WARNING shop.Orders.insert, which rule 'orders' retries", "auto-commit is off");
    run.assertOut().hasSize(1);
  }

  @OnEachJdk
  void saysNothingOfAConnectionWithAutoCommit(Jdk jdk) {
    run(jdk, "argument", "shop.Orders.insert(..)")
        .assertErr()
        .anyMatch(line -> line.contains("Retrying shop.Orders.insert"))
        .noneMatch(line -> line.contains(WARNING));
  }

  @OnEachJdk
  void warnsOfAWovenStatementOfTheDriversOwn(Jdk jdk) {
    String pattern = "org.h2.jdbc.JdbcPreparedStatement.executeUpdate()";
    run(jdk, "receiver in a transaction", pattern)
        .assertErr()
        .filteredOn(line -> line.contains(WARNING))
        .hasSize(1);
    run(jdk, "receiver", pattern).assertErr().noneMatch(line -> line.contains(WARNING));
  }

  @OnEachJdk
  void warnsWithinATransactionOfSprings(Jdk jdk) {
    Finished run = run(jdk, "spring", "shop.Orders.save()");
    run.assertOut().containsExactly("attempt 2");
    run.assertErr()
        .filteredOn(line -> line.contains(WARNING))
        .singleElement()
        .asString()
        .contains("Spring's transaction of this thread");
  }

  @OnEachJdk
  void asksAConnectionThatIsItselfRetriedAndFails(Jdk jdk) {
    Finished run = run(jdk, "closed", "org.h2.jdbc.JdbcConnection.getAutoCommit()");
    run.assertOut().containsExactly("JdbcSQLNonTransientException");
    run.assertErr()
        .filteredOn(line -> line.contains("Retrying org.h2.jdbc.JdbcConnection.getAutoCommit"))
        .hasSize(2);
  }

  @OnEachJdk
  void loadsNothingOfSpringForIt(Jdk jdk) {
    Finished run =
        program(jdk)
            .options("-verbose:class")
            .rules(rules("shop.Orders.save()"))
            .arguments("nothing open")
            .run();
    run.assertOut()
        .contains("attempt 2")
        .noneMatch(line -> line.contains("TransactionSynchronizationManager"));
    run.assertErr().noneMatch(line -> line.contains(WARNING));
  }

  private Finished run(Jdk jdk, String scenario, String pattern) {
    return program(jdk).rules(rules(pattern)).arguments(scenario).run();
  }

  private static ChildJvm program(Jdk jdk) {
    return ChildJvm.of(jdk, App.named("transactions").main("shop.Main"));
  }

  private Path rules(String pattern) {
    return RuleFile.in(
        folder,
        """
        version: 1
        rules:
          - name: orders
            match: "%s"
            strategy:
              backoff: {type: fixed, initial: 20ms}
              on-failure: {notify: false}
        """
            .formatted(pattern));
  }
}
