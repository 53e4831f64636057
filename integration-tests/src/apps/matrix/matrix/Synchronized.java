package matrix;

import java.io.IOException;

class Synchronized {
  synchronized String order() throws IOException {
    return Flaky.call("synchronized");
  }
}
