package matrix;

import java.io.IOException;

class BridgedBox {
  interface Box<T> {
    T put(T what) throws IOException;
  }

  static class StringBox implements Box<String> {
    @Override
    public String put(String what) throws IOException {
      return Flaky.never("bridge");
    }
  }

  static Object run() {
    Box<String> box = new StringBox();
    try {
      return box.put("x");
    } catch (IOException e) {
      return Flaky.attempts("bridge") + " attempts";
    }
  }
}
