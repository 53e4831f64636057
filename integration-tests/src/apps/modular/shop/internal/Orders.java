package shop.internal;

import java.io.IOException;

class Orders {
  private int attempts;

  String place() throws IOException {
    attempts++;
    if (attempts < 3) {
      throw new IOException("failure " + attempts);
    }
    return "attempt " + attempts;
  }
}
