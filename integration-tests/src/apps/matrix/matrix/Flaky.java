package matrix;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the attempts of a scenario. */
final class Flaky {
  private static final Map<String, AtomicInteger> ATTEMPTS = new ConcurrentHashMap<>();

  private Flaky() {}

  static int attempt(String name) {
    return ATTEMPTS.computeIfAbsent(name, unused -> new AtomicInteger()).incrementAndGet();
  }

  static int attempts(String name) {
    return ATTEMPTS.getOrDefault(name, new AtomicInteger()).get();
  }

  /** Fails on the first two calls with this name. */
  static String call(String name) throws IOException {
    int attempt = attempt(name);
    if (attempt < 3) {
      throw new IOException("failure " + attempt);
    }
    return "attempt " + attempt;
  }

  /** Fails on every call with this name. */
  static String never(String name) throws IOException {
    throw new IOException("failure " + attempt(name));
  }
}
