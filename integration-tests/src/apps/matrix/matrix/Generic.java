package matrix;

import java.io.IOException;

class Generic<T> {
  class Part {
    T order(T what) throws IOException {
      Flaky.call("generic");
      return what;
    }
  }
}
