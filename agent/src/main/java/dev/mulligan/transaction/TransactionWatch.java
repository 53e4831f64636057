package dev.mulligan.transaction;

import dev.mulligan.log.Log;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.strategy.Operation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Checks failed calls for an open transaction, and warns of it once for each rule. */
public final class TransactionWatch {

  private final RetryEngine engine;
  private final SpringTransactions spring;
  private final Log log;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  public TransactionWatch(RetryEngine engine, SpringTransactions spring, Log log) {
    this.engine = engine;
    this.spring = spring;
    this.log = log;
  }

  /**
   * Checks a failed call that a rule may retry.
   *
   * @param candidate its receiver or an argument, possibly a JDBC connection or statement
   */
  public void failed(Operation operation, @Nullable Object candidate) {
    if (warned.contains(operation.rule())) {
      return;
    }
    try {
      check(operation, candidate);
    } catch (RuntimeException | LinkageError unknown) {
      // The call is retried without a warning.
      log.debug("The agent cannot determine whether a transaction is open: " + unknown);
    }
  }

  /**
   * Whether a failed call may be retried because no transaction is open around it. It checks the
   * JDBC connection among the receiver and the arguments, or Spring if there is none.
   *
   * @param arguments null where none is a JDBC connection or statement
   */
  public boolean isOutside(@Nullable Object self, @Nullable Object @Nullable [] arguments) {
    try {
      return engine.busyThreads().ask(() -> checkOutside(self, arguments));
    } catch (RuntimeException | LinkageError unknown) {
      log.debug("The agent cannot determine whether a transaction is open: " + unknown);
      return false;
    }
  }

  private boolean checkOutside(@Nullable Object self, @Nullable Object @Nullable [] arguments) {
    if (self != null && JdbcTransactions.mayBeOpen(self)) {
      return JdbcTransactions.commitsEachStatement(self);
    }
    if (arguments != null) {
      for (Object argument : arguments) {
        if (argument != null && JdbcTransactions.mayBeOpen(argument)) {
          return JdbcTransactions.commitsEachStatement(argument);
        }
      }
    }
    return !spring.isLoaded() || !spring.isActive();
  }

  private void check(Operation operation, @Nullable Object candidate) {
    if (JdbcTransactions.mayBeOpen(candidate)
        && engine.busyThreads().ask(() -> JdbcTransactions.isOpen(candidate))) {
      warn(operation, "auto-commit is off on its JDBC connection");
    } else if (spring.isLoaded() && engine.busyThreads().ask(spring::isActive)) {
      warn(operation, "Spring's transaction of this thread");
    }
  }

  private void warn(Operation operation, String which) {
    if (warned.add(operation.rule())) {
      log.warning(
          operation.name()
              + ", which rule '"
              + operation.rule()
              + "' retries, failed within a transaction that is still open ("
              + which
              + "). The work of the failed attempt stays part of it, and some databases refuse every"
              + " further statement. Match the method that begins the transaction instead.");
    }
  }
}
