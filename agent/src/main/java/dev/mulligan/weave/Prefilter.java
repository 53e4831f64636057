package dev.mulligan.weave;

import dev.mulligan.match.MethodPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Rules out, as cheaply as it can, the classes that no rule can match: by name, then by the class
 * file's header, then by the names of its methods. What it lets through is judged in full.
 */
public final class Prefilter {

  private final TypeNameIndex types;
  private final List<Group> groups;

  public Prefilter(List<MethodPattern> patterns) {
    types = new TypeNameIndex(patterns);
    List<MethodPattern> annotated = new ArrayList<>();
    List<MethodPattern> others = new ArrayList<>();
    for (MethodPattern pattern : patterns) {
      (pattern.exactAnnotations().isEmpty() ? others : annotated).add(pattern);
    }
    groups = new ArrayList<>();
    if (!others.isEmpty()) {
      groups.add(new Group(others));
    }
    if (!annotated.isEmpty()) {
      groups.add(new Group(annotated));
    }
  }

  /** The types that patterns name without wildcards. */
  Set<String> exactTypes() {
    return types.exactTypes();
  }

  /** Whether a pattern names this class without wildcards. */
  boolean namesExactly(String className) {
    return types.namesExactly(className);
  }

  /** Whether a pattern names this type, which other classes may extend or implement. */
  boolean names(String className) {
    return types.names(className);
  }

  /**
   * @param className as {@link Class#getName} gives it
   * @param parentMatters whether a supertype, or one above it, is named by a pattern
   */
  public boolean mayMatch(String className, byte[] classFile, Predicate<String> parentMatters) {
    if (namesExactly(className)) {
      return true;
    }
    ClassFileSkim skim = ClassFileSkim.of(classFile);
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).mayMatch(className, skim, parentMatters)) {
        return true;
      }
    }
    return false;
  }

  /** Patterns that can be ruled out together. */
  private static final class Group {
    private final TypeNameIndex types;
    private final NameSet methods;
    private final NameSet annotations;

    Group(List<MethodPattern> patterns) {
      types = new TypeNameIndex(patterns);
      List<String> methodNames = new ArrayList<>();
      List<String> descriptors = new ArrayList<>();
      for (MethodPattern pattern : patterns) {
        methodNames.add(pattern.methodName());
        for (String annotation : pattern.exactAnnotations()) {
          descriptors.add(descriptor(annotation));
        }
      }
      methods = new NameSet(methodNames);
      annotations = new NameSet(descriptors);
    }

    /** Up to the first class name: whether a nested one follows, only the class file can tell. */
    private static String descriptor(String annotation) {
      String internal = "L" + annotation.replace('.', '/');
      int simpleName = 1;
      while (simpleName > 0 && !Character.isUpperCase(internal.charAt(simpleName))) {
        simpleName = internal.indexOf('/', simpleName) + 1;
      }
      int end = simpleName > 0 ? internal.indexOf('/', simpleName) : -1;
      return end > 0 ? internal.substring(0, end) + "*" : internal + "*";
    }

    boolean mayMatch(String className, ClassFileSkim skim, Predicate<String> parentMatters) {
      boolean named = types.namesByWildcard(className);
      if (!named && skim.standsAlone()) {
        return false;
      }
      return skim.declaresAny(methods)
          && (annotations.isEmpty() || skim.mentionsAny(annotations))
          && (named || anyMatters(skim.parents(), parentMatters));
    }

    private static boolean anyMatters(String[] parents, Predicate<String> parentMatters) {
      for (String parent : parents) {
        if (parentMatters.test(parent.replace('/', '.'))) {
          return true;
        }
      }
      return false;
    }
  }
}
