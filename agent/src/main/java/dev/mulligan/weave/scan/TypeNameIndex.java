package dev.mulligan.weave.scan;

import dev.mulligan.match.pattern.MethodPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Determines by name alone whether any pattern names a type, in a time that hardly depends on the
 * number of patterns. Names may have either form: {@code com.acme.Outer$Inner} or {@code
 * com/acme/Outer$Inner}.
 */
final class TypeNameIndex {

  private final Set<String> exact = new HashSet<>();
  private final NameHashes exactHashes = new NameHashes();
  private final Map<String, List<MethodPattern>> byPrefix = new HashMap<>();
  private final NameHashes prefixHashes = new NameHashes();

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
    String prefix = dotted(pattern.packagePrefix());
    List<MethodPattern> patterns = byPrefix.get(prefix);
    if (patterns == null) {
      patterns = new ArrayList<>();
      byPrefix.put(prefix, patterns);
      prefixHashes.add(prefix);
    }
    patterns.add(pattern);
  }

  private void addExact(String name) {
    if (exact.add(name)) {
      exactHashes.add(name);
    }
    if (name.indexOf('.') < 0) {
      addExact("java.lang." + name);
    }
  }

  Set<String> exactTypes() {
    return exact;
  }

  /** Whether a pattern may name a type in this package or below it. */
  boolean mayNamePackage(String name) {
    for (String type : exact) {
      if (type.startsWith(name + ".")) {
        return true;
      }
    }
    for (String prefix : byPrefix.keySet()) {
      if (prefix.isEmpty() || prefix.equals(name) || prefix.startsWith(name + ".")) {
        return true;
      }
    }
    return false;
  }

  boolean namesExactly(String className) {
    int hash = NameHashes.START;
    int length = className.length();
    if (length > exactHashes.longest()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      hash = NameHashes.next(hash, className.charAt(i));
    }
    return exactHashes.contains(hash, length);
  }

  boolean names(String className) {
    return namesExactly(className) || namesByWildcard(className);
  }

  boolean namesByWildcard(String className) {
    if (prefixHashes.contains(NameHashes.START, 0) && anyNames("", className)) {
      return true;
    }
    int hash = NameHashes.START;
    int last = Math.min(className.length(), prefixHashes.longest() + 1);
    for (int i = 0; i < last; i++) {
      char c = className.charAt(i);
      if ((c == '/' || c == '.' || c == '$')
          && prefixHashes.contains(hash, i)
          && anyNames(className.substring(0, i), className)) {
        return true;
      }
      hash = NameHashes.next(hash, c);
    }
    return false;
  }

  private boolean anyNames(String prefix, String className) {
    List<MethodPattern> patterns = byPrefix.getOrDefault(dotted(prefix), List.of());
    String name = className.replace('/', '.');
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).namesType(name)) {
        return true;
      }
    }
    return false;
  }

  private static String dotted(String prefix) {
    return prefix.replace('/', '.').replace('$', '.');
  }
}
