package matrix;

import java.io.IOException;

enum Currency {
  EUR,
  USD {
    @Override
    String rate() throws IOException {
      return Flaky.call("enum constant");
    }
  };

  String rate() throws IOException {
    return Flaky.call("enum");
  }
}
