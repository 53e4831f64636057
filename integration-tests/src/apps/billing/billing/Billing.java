package billing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;

class Billing {
  private int attempts;

  void charge(String order) throws IOException {
    attempts++;
    switch (attempts) {
      case 1 -> throw new ConnectException("refused");
      case 2 -> throw new SocketTimeoutException("too slow");
      default -> throw new IOException("gateway says no, password=hunter2");
    }
  }
}
