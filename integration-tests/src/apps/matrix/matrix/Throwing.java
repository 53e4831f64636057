package matrix;

class Throwing {
  private final String name;

  Throwing(String name) {
    this.name = name;
  }

  String order(Throwable first) throws Exception {
    int attempt = Flaky.attempt(name);
    if (attempt < 3) {
      Throwing.<Exception>sneakily(first);
    }
    return "attempt " + attempt;
  }

  @SuppressWarnings("unchecked")
  static <T extends Throwable> void sneakily(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
