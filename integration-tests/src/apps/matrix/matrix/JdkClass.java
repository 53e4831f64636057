package matrix;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

class JdkClass {
  static Object run() throws IOException {
    Properties properties = new Properties();
    properties.load(
        new InputStream() {
          @Override
          public int read() throws IOException {
            Flaky.call("jdk");
            return -1;
          }
        });
    return Flaky.attempts("jdk") + " attempts";
  }
}
