package matrix;

import java.io.IOException;

class Unlimited {
  String order() throws IOException {
    return Flaky.never("unlimited");
  }

  static Object run() {
    long start = System.nanoTime();
    try {
      return new Unlimited().order();
    } catch (IOException e) {
      long millis = (System.nanoTime() - start) / 1_000_000;
      return (Flaky.attempts("unlimited") > 3) + " " + (millis < 1_000);
    }
  }
}
