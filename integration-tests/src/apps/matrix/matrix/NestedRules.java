package matrix;

import java.io.IOException;

class NestedRules {
  static String outer() throws IOException {
    Flaky.attempt("outer");
    return inner();
  }

  static String inner() throws IOException {
    return Flaky.never("inner");
  }

  static Object run() {
    try {
      return outer();
    } catch (IOException e) {
      return "outer " + Flaky.attempts("outer") + ", inner " + Flaky.attempts("inner");
    }
  }
}
