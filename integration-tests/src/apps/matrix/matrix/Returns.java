package matrix;

import java.io.IOException;

class Returns {
  static Object nothing() throws IOException {
    aVoid();
    return Flaky.attempts("void") + " attempts";
  }

  static void aVoid() throws IOException {
    Flaky.call("void");
  }

  static int anInt() throws IOException {
    Flaky.call("int");
    return Integer.MAX_VALUE;
  }

  static long aLong() throws IOException {
    Flaky.call("long");
    return Long.MIN_VALUE;
  }

  static double aDouble() throws IOException {
    Flaky.call("double");
    return 0.5;
  }

  static boolean aBoolean() throws IOException {
    Flaky.call("boolean");
    return true;
  }

  static int[] anArray() throws IOException {
    Flaky.call("array result");
    return new int[7];
  }
}
