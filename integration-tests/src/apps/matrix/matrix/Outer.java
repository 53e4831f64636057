package matrix;

import java.io.IOException;

class Outer {
  static class Inner {
    String order() throws IOException {
      return Flaky.call("nested");
    }
  }
}
