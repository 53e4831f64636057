package pools;

import com.mchange.v2.c3p0.ComboPooledDataSource;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Asks each pool for a connection; the arguments: JDBC URL, user, and the one pool or all. */
public final class Main {
  public static void main(String[] args) throws Exception {
    for (String pool : new String[] {"hikari", "dbcp", "tomcat", "c3p0", "driver"}) {
      if (args[2].equals("all") || args[2].equals(pool)) {
        ask(pool, source(pool, args[0], args[1]));
      }
    }
    System.exit(0); // c3p0's threads
  }

  private static void ask(String pool, DataSource source) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1")) {
      rows.next();
      System.out.println(pool + ": " + rows.getInt(1));
    } catch (SQLException e) {
      System.out.println(pool + ": failed, " + e.getSQLState());
    }
  }

  private static DataSource source(String pool, String url, String user) throws Exception {
    switch (pool) {
      case "hikari":
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(400);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
      case "dbcp":
        BasicDataSource dbcp = new BasicDataSource();
        dbcp.setUrl(url);
        dbcp.setUsername(user);
        dbcp.setMaxWait(java.time.Duration.ofMillis(400));
        return dbcp;
      case "tomcat":
        var tomcat = new org.apache.tomcat.jdbc.pool.DataSource();
        tomcat.setUrl(url);
        tomcat.setUsername(user);
        tomcat.setDriverClassName("org.postgresql.Driver");
        tomcat.setInitialSize(0);
        return tomcat;
      case "c3p0":
        ComboPooledDataSource c3p0 = new ComboPooledDataSource();
        c3p0.setJdbcUrl(url);
        c3p0.setUser(user);
        c3p0.setInitialPoolSize(1);
        c3p0.setMinPoolSize(1);
        c3p0.setAcquireRetryAttempts(1);
        c3p0.setAcquireRetryDelay(10);
        c3p0.setCheckoutTimeout(2_000);
        return c3p0;
      default:
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setUrl(url);
        driver.setUser(user);
        return driver;
    }
  }
}
