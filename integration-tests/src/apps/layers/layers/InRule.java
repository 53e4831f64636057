package layers;

import java.io.IOException;
import java.net.http.HttpResponse;

/** Methods with a rule that call the library. */
final class InRule {

  private final Library library;

  InRule(Library library) {
    this.library = library;
  }

  HttpResponse<String> page() {
    return library.get();
  }

  int answer() {
    return library.get().statusCode();
  }

  String failing() throws IOException {
    return library.failing();
  }
}
