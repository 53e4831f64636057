package dev.mulligan.transaction;

import java.sql.Connection;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Determines the transaction state of a failed call's JDBC connection. An application may run
 * without the module java.sql: no exception handler here names one of its exceptions, which the
 * verifier would load.
 */
final class JdbcTransactions {

  private JdbcTransactions() {}

  /** Whether the object is a JDBC connection or statement. */
  static boolean mayBeOpen(@Nullable Object candidate) {
    try {
      return candidate instanceof Connection || candidate instanceof Statement;
    } catch (LinkageError withoutJdbc) {
      return false;
    }
  }

  /**
   * Whether each statement certainly commits by itself. False for a closed connection, whose state
   * is unknown.
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

  /** Whether it is a connection, or a statement of one, with auto-commit off. */
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
