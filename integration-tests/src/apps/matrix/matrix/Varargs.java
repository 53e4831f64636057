package matrix;

import java.io.IOException;

class Varargs {
  static String join(String... words) throws IOException {
    Flaky.call("varargs");
    return String.join("+", words);
  }

  static String joinAll(String[] words) throws IOException {
    Flaky.call("array");
    return String.join("+", words);
  }
}
