package pools;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Queries that conflict with others twice before they succeed; the arguments: JDBC URL, user, and
 * whether they are made in a transaction.
 */
public final class Queries {
  private static final String QUERY = "SELECT conflicting()";

  public static void main(String[] args) throws Exception {
    try (Connection connection = DriverManager.getConnection(args[0], args[1], "")) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("ALTER SEQUENCE conflicts RESTART");
        connection.setAutoCommit(!args[2].equals("transaction"));
        System.out.println("statement: " + outcome(() -> statement.executeQuery(QUERY)));
        if (!connection.getAutoCommit()) {
          connection.rollback();
        }
        statement.execute("ALTER SEQUENCE conflicts RESTART");
      }
      try (PreparedStatement prepared = connection.prepareStatement(QUERY)) {
        System.out.println("prepared: " + outcome(prepared::executeQuery));
      }
    }
  }

  private interface Query {
    ResultSet execute() throws SQLException;
  }

  private static String outcome(Query query) {
    try (ResultSet rows = query.execute()) {
      rows.next();
      return "row " + rows.getInt(1);
    } catch (SQLException e) {
      String message = e.getMessage().lines().findFirst().orElse("");
      return e.getSQLState() + ", " + message + ", suppressed " + e.getSuppressed().length;
    }
  }
}
