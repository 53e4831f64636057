package matrix;

import java.io.IOException;

class Constructed {
  final String state;

  Constructed() throws IOException {
    state = Flaky.call("constructor");
  }
}
