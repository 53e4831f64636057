package matrix;

/** A lambda is a class that the JVM hides from agents: the agent says so, and nothing else. */
class LambdaPort {
  static Object run() throws Exception {
    Port port = what -> Flaky.call("lambda");
    return port.send("x");
  }
}
