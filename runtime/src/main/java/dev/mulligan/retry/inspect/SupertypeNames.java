package dev.mulligan.retry.inspect;

import java.util.HashSet;
import java.util.Set;

/**
 * The names of a class, its superclasses and all its interfaces, so that a rule can name a class
 * that only the application can load. A nested class has both names {@code Outer$Inner} and {@code
 * Outer.Inner}.
 */
public final class SupertypeNames {

  /**
   * References only objects of the JDK: the application's class references the values of a
   * ClassValue, and would keep Mulligan's classes in memory after a detach.
   */
  private static final ClassValue<Set<String>> NAMES =
      new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
          Set<String> names = new HashSet<>();
          collect(type, names);
          return names;
        }
      };

  private SupertypeNames() {}

  /** Whether the class, a superclass or an interface of it has that name. */
  public static boolean isA(Class<?> type, String name) {
    return NAMES.get(type).contains(name);
  }

  private static void collect(Class<?> type, Set<String> names) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      names.add(at.getName());
      names.add(at.getName().replace('$', '.'));
      for (Class<?> implemented : at.getInterfaces()) {
        collect(implemented, names);
      }
    }
  }
}
