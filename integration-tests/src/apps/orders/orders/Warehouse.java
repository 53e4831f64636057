package orders;

import java.io.IOException;

class Warehouse {
  String order(String state) throws IOException {
    if (state.equals("down")) {
      throw new IOException("the warehouse is <b>down</b> & out, @everyone");
    }
    return "ordered";
  }
}
