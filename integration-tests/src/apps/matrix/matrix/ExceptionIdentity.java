package matrix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

class ExceptionIdentity {
  private final List<IOException> thrown = new ArrayList<>();

  String order() throws IOException {
    IOException next = new IOException("failure " + thrown.size());
    thrown.add(next);
    throw next;
  }

  static Object run() {
    ExceptionIdentity it = new ExceptionIdentity();
    try {
      return it.order();
    } catch (IOException e) {
      int last = it.thrown.size() - 1;
      boolean same = e == it.thrown.get(last);
      boolean earlier = List.of(e.getSuppressed()).equals(it.thrown.subList(0, last));
      return "same object " + same + ", earlier ones " + earlier + ", attempts " + (last + 1);
    }
  }

  static Object trace() {
    try {
      return new ExceptionIdentity().order();
    } catch (IOException e) {
      return Arrays.stream(e.getStackTrace())
          .map(frame -> frame.getClassName() + "." + frame.getMethodName())
          .collect(Collectors.joining(" "));
    }
  }
}
