package dev.mulligan.weave;

import dev.mulligan.match.Inherited;
import dev.mulligan.match.facts.TypeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Methods to be woven where they are declared, because a rule names a class that inherits them. */
final class InheritedMatches {

  private final Map<String, List<Inherited>> byDeclaringClass = new ConcurrentHashMap<>();

  /**
   * @param className either with dots or as the class file spells it
   */
  boolean reach(String className) {
    return !byDeclaringClass.isEmpty() && byDeclaringClass.containsKey(TypeNames.dotted(className));
  }

  List<Inherited> of(String className) {
    return byDeclaringClass.getOrDefault(className, List.of());
  }

  /**
   * @return the declaring classes of which something new is wished
   */
  synchronized Set<String> add(List<Inherited> wishes) {
    Set<String> grown = new HashSet<>();
    for (Inherited wish : wishes) {
      List<Inherited> known = of(wish.declaringClass());
      if (!isAmong(wish, known)) {
        List<Inherited> all = new ArrayList<>(known);
        all.add(wish);
        byDeclaringClass.put(wish.declaringClass(), List.copyOf(all));
        grown.add(wish.declaringClass());
      }
    }
    return grown;
  }

  private static boolean isAmong(Inherited wish, List<Inherited> known) {
    for (Inherited other : known) {
      if (other.isSameAs(wish)) {
        return true;
      }
    }
    return false;
  }

  void clear() {
    byDeclaringClass.clear();
  }
}
