package matrix;

import java.io.IOException;

class PackagePrivate {
  String order() throws IOException {
    return Flaky.call("package-private");
  }
}
