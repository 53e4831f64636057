package applog;

import java.io.IOException;

final class Orders {

  private int failures;

  /** Places an order whose first attempts fail. */
  String tryPlace(int failing) {
    failures = failing;
    try {
      return place();
    } catch (IOException e) {
      return "failed";
    }
  }

  String place() throws IOException {
    if (failures > 0) {
      failures--;
      throw new IOException("failure");
    }
    return "placed";
  }
}
