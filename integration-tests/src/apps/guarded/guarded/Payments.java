package guarded;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** A service that fails until it is told to work. */
final class Payments {

  private static volatile boolean works;
  private static int calls;

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("pay", () -> counting(() -> new Payments().pay(3)));
    all.put("pay twice over", () -> counting(() -> new Payments().payTwice(3)));
    all.put("pay a bad card", () -> counting(() -> new Payments().pay(-1)));
    all.put("the service works", () -> works = true);
    all.put("the service fails", () -> works = false);
    all.put("trace of a refusal", Payments::trace);
    all.put("recursion", () -> counting(() -> new Payments().descend(3)));
    return all;
  }

  String pay(int amount) throws IOException {
    calls++;
    if (amount < 0) {
      throw new IllegalArgumentException("no such card");
    }
    if (!works) {
      throw new IOException("503");
    }
    return "paid " + amount;
  }

  /** Its rule has the breaker outside of the retry. */
  String payTwice(int amount) throws IOException {
    calls++;
    throw new IOException("503");
  }

  int descend(int depth) throws IOException {
    calls++;
    if (depth > 0) {
      return descend(depth - 1) + 1;
    }
    throw new IOException("bottom");
  }

  private static Object counting(Scenario scenario) {
    calls = 0;
    String outcome;
    try {
      outcome = String.valueOf(scenario.run());
    } catch (Throwable thrown) {
      outcome = String.valueOf(thrown);
    }
    return calls + " calls: " + outcome;
  }

  private static Object trace() throws IOException {
    try {
      return new Payments().pay(1);
    } catch (RuntimeException e) {
      return e.getStackTrace()[0].getClassName() + "." + e.getStackTrace()[0].getMethodName();
    }
  }
}
