package matrix;

import java.io.IOException;

class Observed {
  String order() throws IOException {
    return Flaky.call("observed");
  }
}
