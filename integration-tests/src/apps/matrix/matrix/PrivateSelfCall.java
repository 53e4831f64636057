package matrix;

import java.io.IOException;

class PrivateSelfCall {
  String order() throws IOException {
    return place();
  }

  private String place() throws IOException {
    return Flaky.call("private");
  }
}
