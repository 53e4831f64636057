package matrix;

import java.io.IOException;

class SuperCall {
  static class Parent {
    String order() throws IOException {
      return Flaky.never("super");
    }
  }

  static class Child extends Parent {
    @Override
    String order() throws IOException {
      Flaky.attempt("child");
      return super.order();
    }
  }

  static Object run() {
    try {
      return new Child().order();
    } catch (IOException e) {
      return "child " + Flaky.attempts("child") + ", parent " + Flaky.attempts("super");
    }
  }
}
