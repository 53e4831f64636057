package matrix;

import java.io.IOException;

class Recursion {
  String descend(int depth) throws IOException {
    Flaky.attempt("recursion");
    if (depth == 0) {
      throw new IOException("bottom");
    }
    return descend(depth - 1);
  }

  static Object run() {
    try {
      return new Recursion().descend(3);
    } catch (IOException e) {
      return Flaky.attempts("recursion") + " calls";
    }
  }
}
