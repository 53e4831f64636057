package matrix;

import java.io.FileNotFoundException;

class Aborting {
  String order() throws FileNotFoundException {
    throw new FileNotFoundException("failure " + Flaky.attempt("aborting"));
  }
}
