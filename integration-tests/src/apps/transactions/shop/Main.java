package shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the scenario that its argument names, and prints how it ended. */
public final class Main {
  private static final String URL = "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1";

  public static void main(String[] args) throws Exception {
    try (Connection connection = DriverManager.getConnection(URL)) {
      connection.createStatement().execute("create table orders (name varchar(9) primary key)");
      connection.setAutoCommit(!args[0].contains("transaction"));
      System.out.println(run(args[0], connection));
    }
  }

  private static String run(String scenario, Connection connection) throws Exception {
    switch (scenario) {
      case "argument in a transaction", "argument":
        String first = outcome(connection);
        return first + ", " + outcome(connection);
      case "receiver in a transaction", "receiver":
        return duplicate(connection);
      case "closed":
        return closed();
      case "spring":
        return inSpringsTransaction();
      default:
        return new Orders().save();
    }
  }

  private static String outcome(Connection connection) throws SQLException {
    try {
      return new Orders().insert("tea", connection);
    } catch (IOException | SQLException e) {
      return e.getClass().getSimpleName();
    }
  }

  private static String duplicate(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into orders values ('tea')")) {
      insert.executeUpdate();
      insert.executeUpdate();
      return "no failure";
    } catch (SQLException e) {
      return e.getClass().getSimpleName();
    }
  }

  private static String closed() throws SQLException {
    Connection connection = DriverManager.getConnection(URL);
    connection.close();
    try {
      return "auto-commit " + connection.getAutoCommit();
    } catch (SQLException e) {
      return e.getClass().getSimpleName();
    }
  }

  private static String inSpringsTransaction() {
    DataSource source = new DriverManagerDataSource(URL);
    TransactionTemplate template =
        new TransactionTemplate(new DataSourceTransactionManager(source));
    return template.execute(
        status -> {
          try {
            return new Orders().save();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
