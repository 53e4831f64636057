package guarded;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Methods that always fail, and what stands in for them. */
final class Fallbacks {

  private int attempts;
  private int stoodIn;

  static Map<String, Scenario> scenarios() {
    Map<String, Scenario> all = new TreeMap<>();
    all.put("fallback to a private method", () -> new Fallbacks().rate("EUR", 2, 3.5));
    all.put("fallback of a static method", () -> shared("x"));
    all.put("fallback of a private method", () -> new Fallbacks().callsPrivate());
    all.put("fallback to null", () -> new Fallbacks().text());
    all.put("fallback to a text", () -> new Fallbacks().greeting());
    all.put("fallback to a number", () -> new Fallbacks().count());
    all.put("fallback to true", () -> new Fallbacks().isOpen());
    all.put("fallback to a boxed number", () -> new Fallbacks().boxed());
    all.put("fallback to nothing", Fallbacks::runsNothing);
    all.put("fallback of a void method to another", Fallbacks::runsVoid);
    all.put("fallback that throws", () -> new Fallbacks().throwing());
    all.put("fallback with another signature", () -> new Fallbacks().misfit("x"));
    all.put("fallback value of another type", () -> new Fallbacks().misfitValue());
    all.put("fallback of a future", () -> new Fallbacks().later().get());
    all.put("fallback hides no bug", () -> new Fallbacks().bug());
    all.put("fallback stack trace", Fallbacks::trace);
    all.put("fallback of an interface's default method", () -> new Rates() {}.current(7));
    all.put("fallback of a result", () -> new Fallbacks().unwanted());
    return all;
  }

  long rate(String currency, int amount, double factor) throws IOException {
    attempts++;
    currency = "spoilt";
    amount = 0;
    throw new IOException("failure " + attempts + currency + amount);
  }

  private long cachedRate(String currency, int amount, double factor) {
    return currency.equals("EUR") && attempts == 3 ? (long) (amount * factor) : -1;
  }

  static String shared(String text) {
    throw new IllegalStateException(text);
  }

  private static String sharedInstead(String text) {
    return "instead of " + text;
  }

  String callsPrivate() {
    return hidden();
  }

  private String hidden() {
    throw new IllegalStateException("hidden");
  }

  private String notHidden() {
    return "not hidden";
  }

  String text() throws IOException {
    throw new IOException("text");
  }

  String greeting() throws IOException {
    throw new IOException("greeting");
  }

  int count() throws IOException {
    throw new IOException("count");
  }

  boolean isOpen() throws IOException {
    throw new IOException("open");
  }

  Long boxed() throws IOException {
    throw new IOException("boxed");
  }

  private static Object runsNothing() throws IOException {
    Fallbacks own = new Fallbacks();
    own.nothing();
    return own.attempts + " attempts";
  }

  void nothing() throws IOException {
    attempts++;
    throw new IOException("nothing");
  }

  private static Object runsVoid() throws IOException {
    Fallbacks own = new Fallbacks();
    own.send("x");
    return own.attempts + " attempts, stood in " + own.stoodIn;
  }

  void send(String message) throws IOException {
    attempts++;
    throw new IOException(message);
  }

  void queue(String message) {
    stoodIn++;
  }

  String throwing() throws IOException {
    throw new IOException("first");
  }

  String alsoThrowing() {
    throw new IllegalArgumentException("the fallback's own");
  }

  String misfit(String text) throws IOException {
    throw new IOException("misfit " + ++attempts);
  }

  Object misfitInstead(int number) {
    return number;
  }

  int misfitValue() throws IOException {
    throw new IOException("misfit value " + ++attempts);
  }

  CompletableFuture<String> later() throws IOException {
    return CompletableFuture.completedFuture("on its own");
  }

  String bug() {
    throw new IllegalArgumentException("a bug");
  }

  private static Object trace() throws IOException {
    try {
      return new Fallbacks().throwing();
    } catch (IllegalArgumentException e) {
      return e.getStackTrace()[0].getMethodName() + " < " + e.getStackTrace()[1].getMethodName();
    }
  }

  String unwanted() {
    attempts++;
    return "try again";
  }

  /** An interface whose methods have bodies. */
  interface Rates {
    default int current(int value) throws IOException {
      throw new IOException("no rate");
    }

    private int last(int value) {
      return value + 1;
    }
  }
}
