package matrix;

import java.io.IOException;

class Annotated {
  @Idempotent
  String order() throws IOException {
    return Flaky.call("annotated");
  }
}
