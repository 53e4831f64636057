package matrix;

import java.io.IOException;

class Interrupted {
  private final Thread caller = Thread.currentThread();

  String order() throws IOException {
    caller.interrupt();
    return Flaky.never("interrupted");
  }

  static Object run() {
    try {
      return new Interrupted().order();
    } catch (IOException e) {
      return e.getMessage() + ", flag " + Thread.interrupted();
    }
  }
}
