package matrix;

class NullResult {
  String order() {
    int attempt = Flaky.attempt("null");
    return attempt < 3 ? null : "attempt " + attempt;
  }

  String never() {
    Flaky.attempt("null to the end");
    return null;
  }
}
