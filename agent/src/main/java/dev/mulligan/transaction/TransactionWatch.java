package dev.mulligan.transaction;

import dev.mulligan.log.Log;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.strategy.Operation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Warns, once for each rule, of calls that fail within a transaction. Looked at on failures. */
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
   * A call has failed that a rule may repeat.
   *
   * @param candidate its receiver or an argument: perhaps a JDBC connection or statement
   */
  public void failed(Operation operation, @Nullable Object candidate) {
    if (warned.contains(operation.rule())) {
      return;
    }
    try {
      look(operation, candidate);
    } catch (RuntimeException | LinkageError unknown) {
      // A warning less; the call is retried all the same.
      log.debug("Whether a transaction is open could not be found out: " + unknown);
    }
  }

  /**
   * Whether a call that failed may be repeated because no transaction is open around it. The
   * connection that it was given, or is a method of, knows; where there is none, Spring.
   *
   * @param arguments null where none is a JDBC connection or statement
   */
  public boolean isOutside(@Nullable Object self, @Nullable Object @Nullable [] arguments) {
    try {
      return engine.busyThreads().ask(() -> asksWhetherOutside(self, arguments));
    } catch (RuntimeException | LinkageError unknown) {
      log.debug("Whether a transaction is open could not be found out: " + unknown);
      return false;
    }
  }

  private boolean asksWhetherOutside(
      @Nullable Object self, @Nullable Object @Nullable [] arguments) {
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

  private void look(Operation operation, @Nullable Object candidate) {
    if (JdbcTransactions.mayBeOpen(candidate)
        && engine.busyThreads().ask(() -> JdbcTransactions.isOpen(candidate))) {
      warn(operation, "auto-commit is off on its JDBC connection");
    } else if (spring.isLoaded() && engine.busyThreads().ask(spring::isActive)) {
      warn(operation, "Spring's of this thread");
    }
  }

  private void warn(Operation operation, String which) {
    if (warned.add(operation.rule())) {
      log.warning(
          operation.name()
              + ", which rule '"
              + operation.rule()
              + "' repeats, failed within a transaction that is still open ("
              + which
              + "): what the attempt has done stays part of it, and some databases refuse every"
              + " further statement. Match the method that begins the transaction instead");
    }
  }
}
