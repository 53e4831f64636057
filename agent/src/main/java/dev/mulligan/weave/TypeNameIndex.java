package dev.mulligan.weave;

import dev.mulligan.match.MethodPattern;
import dev.mulligan.match.TypeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds by name alone whether any pattern names a type, however many patterns there are. */
final class TypeNameIndex {

  private final Set<String> exact = new HashSet<>();
  private final Map<String, List<MethodPattern>> byPrefix = new HashMap<>();

  TypeNameIndex(List<MethodPattern> patterns) {
    for (MethodPattern pattern : patterns) {
      if (pattern.exactType().isPresent()) {
        addExact(pattern.exactType().get());
      } else {
        addWildcard(pattern);
      }
    }
  }

  private void addWildcard(MethodPattern pattern) {
    List<MethodPattern> patterns = byPrefix.get(pattern.packagePrefix());
    if (patterns == null) {
      patterns = new ArrayList<>();
      byPrefix.put(pattern.packagePrefix(), patterns);
    }
    patterns.add(pattern);
  }

  private void addExact(String name) {
    exact.add(name);
    if (name.indexOf('.') < 0) {
      exact.add("java.lang." + name);
    }
  }

  Set<String> exactTypes() {
    return exact;
  }

  boolean namesExactly(String className) {
    return exact.contains(className)
        || (className.indexOf('$') > 0 && exact.contains(TypeNames.nestedWithDots(className)));
  }

  boolean names(String className) {
    return namesExactly(className) || namesByWildcard(className);
  }

  boolean namesByWildcard(String className) {
    if (byPrefix.isEmpty()) {
      return false;
    }
    for (int end = 0; end >= 0; end = className.indexOf('.', end + 1)) {
      List<MethodPattern> patterns = byPrefix.get(className.substring(0, end));
      if (patterns != null && anyNames(patterns, className)) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyNames(List<MethodPattern> patterns, String className) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).namesType(className)) {
        return true;
      }
    }
    return false;
  }
}
