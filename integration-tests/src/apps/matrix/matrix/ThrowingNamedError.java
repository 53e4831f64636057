package matrix;

class ThrowingNamedError {
  String order() {
    int attempt = Flaky.attempt("named error");
    if (attempt < 3) {
      throw new LinkageError("failure " + attempt);
    }
    return "attempt " + attempt;
  }
}
