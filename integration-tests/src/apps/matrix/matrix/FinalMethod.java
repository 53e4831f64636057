package matrix;

import java.io.IOException;

final class FinalMethod {
  public final String order() throws IOException {
    return Flaky.call("final");
  }
}
