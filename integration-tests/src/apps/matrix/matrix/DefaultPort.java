package matrix;

import java.io.IOException;

interface DefaultPort {
  default String send() throws IOException {
    return Flaky.call("default");
  }
}
