package matrix;

import java.io.IOException;

class Excluded {
  String order() throws IOException {
    return Flaky.call("excluded");
  }
}
