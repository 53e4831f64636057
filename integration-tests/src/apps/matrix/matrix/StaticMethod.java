package matrix;

import java.io.IOException;

class StaticMethod {
  static String order() throws IOException {
    return Flaky.call("static");
  }
}
