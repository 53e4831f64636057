package matrix;

import java.io.IOException;

record Money(int amount) {
  String convert() throws IOException {
    return amount + " by " + Flaky.call("record");
  }
}
