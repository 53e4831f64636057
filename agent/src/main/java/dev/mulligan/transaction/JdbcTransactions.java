package dev.mulligan.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The transaction of a JDBC connection that a failed call had at hand. */
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

  /** Whether it is a connection, or a statement of one, and the auto-commit is off. */
  static boolean isOpen(@Nullable Object candidate) {
    try {
      if (candidate instanceof Connection connection) {
        return !connection.getAutoCommit();
      }
      return candidate instanceof Statement statement && !statement.getConnection().getAutoCommit();
    } catch (SQLException | RuntimeException | LinkageError closedOrUnknown) {
      return false;
    }
  }
}
