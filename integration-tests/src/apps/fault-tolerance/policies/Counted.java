package policies;

import java.io.IOException;

/** A service that always fails, and the number of its invocations. */
abstract class Counted {

  private int invocations;

  final void invoked() throws IOException {
    invocations++;
    throw new IOException("invocation " + invocations);
  }

  abstract void service() throws IOException;

  /** Such as {@code OnClass 4}. */
  final String outcome() {
    try {
      service();
    } catch (IOException expected) {
      // What counts is how often.
    }
    return getClass().getSimpleName() + " " + invocations;
  }
}
