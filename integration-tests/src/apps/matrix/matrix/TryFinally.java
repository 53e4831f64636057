package matrix;

import java.io.IOException;

class TryFinally {
  private int closed;

  String order() throws IOException {
    try {
      return Flaky.call("finally") + ", closed " + closed;
    } catch (IOException e) {
      throw new IOException("again", e);
    } finally {
      closed++;
    }
  }
}
