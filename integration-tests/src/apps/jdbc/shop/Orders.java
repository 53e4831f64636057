package shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

final class Orders {
  private final DataSource pool;

  Orders(DataSource pool) {
    this.pool = pool;
  }

  /** Idempotent: an order that is there already stays as it is. */
  void store(int id) throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO orders (id, note) VALUES (?, ?) ON CONFLICT (id) DO NOTHING")) {
      insert.setInt(1, id);
      insert.setString(2, "order " + id);
      insert.executeUpdate();
    }
  }
}
