package matrix;

import java.io.IOException;

class PortAdapter implements Port {
  @Override
  public String send(String what) throws IOException {
    return Flaky.call("interface");
  }
}
