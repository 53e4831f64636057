package shop;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Stores orders one by one; the arguments: JDBC URL, user, number of orders. */
public final class Main {
  public static void main(String[] args) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setUsername(args[1]);
    config.setMaximumPoolSize(2);
    config.setConnectionTimeout(1_000);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Orders orders = new Orders(pool);
      for (int id = 1; id <= Integer.parseInt(args[2]); id++) {
        orders.store(id);
        System.out.println("stored " + id);
      }
    }
  }
}
