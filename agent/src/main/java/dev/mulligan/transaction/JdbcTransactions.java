package dev.mulligan.transaction;

import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a JDBC connection that a failed call had at hand. An application may run
 * without the module java.sql: no handler here names one of its exceptions, which the verifier
 * would load.
 */
final class JdbcTransactions {

  private JdbcTransactions() {}

  /** Whether it is worth asking. */
  static boolean mayBeOpen(@Nullable Object candidate) {
    try {
      return candidate instanceof Connection || candidate instanceof Statement;
    } catch (LinkageError withoutJdbc) {
      return false;
    }
  }

  /**
   * Whether it is certain that each statement is a transaction of its own. Not of a connection that
   * is closed: nobody knows what it was in.
   */
  static boolean commitsEachStatement(Object connectionOrStatement) {
    try {
      Connection connection =
          connectionOrStatement instanceof Statement statement
              ? statement.getConnection()
              : (Connection) connectionOrStatement;
      return connection.getAutoCommit();
    } catch (Exception | LinkageError closedOrUnknown) {
      return false;
    }
  }

  /** Whether it is a connection, or a statement of one, and the auto-commit is off. */
  static boolean isOpen(@Nullable Object candidate) {
    try {
      if (candidate instanceof Connection connection) {
        return !connection.getAutoCommit();
      }
      return candidate instanceof Statement statement && !statement.getConnection().getAutoCommit();
    } catch (Exception | LinkageError closedOrUnknown) {
      return false;
    }
  }
}
