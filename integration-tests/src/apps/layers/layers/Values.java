package layers;

import java.io.IOException;

/** Results without an identity. */
final class Values {

  enum State {
    OPEN,
    CLOSED
  }

  private final Server server;

  Values(Server server) {
    this.server = server;
  }

  private boolean isUnavailable() {
    return server.get().statusCode() == 503;
  }

  String text(String key) {
    return text(key, "");
  }

  String text(String key, String otherwise) {
    return isUnavailable() ? null : otherwise;
  }

  int number(String key) {
    return number(key, 1);
  }

  int number(String key, int otherwise) {
    return isUnavailable() ? -1 : otherwise;
  }

  boolean flag(String key) {
    return flag(key, true);
  }

  boolean flag(String key, boolean otherwise) {
    return !isUnavailable() && otherwise;
  }

  State constant(String key) {
    return isUnavailable() ? State.CLOSED : State.OPEN;
  }

  /** Three calls that have nothing to do with each other. */
  Object inTurn() {
    text("a", "");
    text("b", "");
    return text("c", "");
  }

  /** The same in a method with a rule. */
  String inTurnInALayer() {
    text("a", "");
    text("b", "");
    return text("c", "");
  }

  private int calls;

  /** Fails twice by itself, after a call that has succeeded. */
  Object anotherFailure() throws IOException {
    server.get();
    available();
    calls++;
    if (calls < 3) {
      throw Main.unavailable();
    }
    return "";
  }

  String available() {
    return "";
  }

  String guarded() {
    return text("a", "");
  }
}
