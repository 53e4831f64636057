package dev.mulligan.weave;

import dev.mulligan.match.Inherited;
import dev.mulligan.match.facts.TypeNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Collects inherited methods that a rule matches by naming a subclass; they are woven in their
 * declaring classes.
 */
final class InheritedMatches {

  private final Map<String, List<Inherited>> byDeclaringClass = new ConcurrentHashMap<>();

  /**
   * @param className with dots, or an internal name
   */
  boolean includes(String className) {
    return !byDeclaringClass.isEmpty() && byDeclaringClass.containsKey(TypeNames.dotted(className));
  }

  List<Inherited> of(String className) {
    return byDeclaringClass.getOrDefault(className, List.of());
  }

  /**
   * @return the declaring classes that have new methods to weave
   */
  synchronized Set<String> add(List<Inherited> requests) {
    Set<String> changed = new HashSet<>();
    for (Inherited request : requests) {
      List<Inherited> known = of(request.declaringClass());
      if (!isAmong(request, known)) {
        List<Inherited> all = new ArrayList<>(known);
        all.add(request);
        byDeclaringClass.put(request.declaringClass(), List.copyOf(all));
        changed.add(request.declaringClass());
      }
    }
    return changed;
  }

  private static boolean isAmong(Inherited request, List<Inherited> known) {
    for (Inherited other : known) {
      if (other.isSameAs(request)) {
        return true;
      }
    }
    return false;
  }

  void clear() {
    byDeclaringClass.clear();
  }
}
