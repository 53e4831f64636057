package shop;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Fails on its first attempt, whatever it is given. */
final class Orders {
  private int attempts;

  String insert(String order, Connection connection) throws SQLException, IOException {
    try (PreparedStatement insert = connection.prepareStatement("insert into orders values (?)")) {
      insert.setString(1, order);
      insert.executeUpdate();
    }
    return attempt();
  }

  String save() throws IOException {
    return attempt();
  }

  private String attempt() throws IOException {
    if (++attempts < 2) {
      throw new IOException("failure " + attempts);
    }
    return "attempt " + attempts;
  }
}
