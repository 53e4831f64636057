package dev.mulligan.weave;

import dev.mulligan.log.Log;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects refused methods with their reasons for {@code status}, and logs each once. */
final class RefusedMethods {

  private static final int LIMIT = 10_000;

  private final Log log;
  private final Map<String, RefusedMethod> refused = new LinkedHashMap<>();

  RefusedMethods(Log log) {
    this.log = log;
  }

  synchronized void refuse(String rule, String method, String reason) {
    RefusedMethod before = refused.get(rule + " " + method);
    boolean isNew = before == null ? refused.size() < LIMIT : !before.reason().equals(reason);
    if (isNew) {
      refused.put(rule + " " + method, new RefusedMethod(rule, method, reason));
      log.warning("Not retried by rule '" + rule + "': " + method + ": " + reason);
    }
  }

  synchronized List<RefusedMethod> refused() {
    return new ArrayList<>(refused.values());
  }

  synchronized void clear() {
    refused.clear();
  }
}
