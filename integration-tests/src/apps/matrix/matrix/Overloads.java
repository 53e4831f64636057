package matrix;

import java.io.IOException;

class Overloads {
  String order(long number) throws IOException {
    return Flaky.call("overload long");
  }

  String order(String number) throws IOException {
    return Flaky.call("overload string");
  }
}
