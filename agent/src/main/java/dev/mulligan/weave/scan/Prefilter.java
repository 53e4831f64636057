package dev.mulligan.weave.scan;

import dev.mulligan.match.pattern.MethodPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Excludes, as cheaply as possible, classes that no rule can match: by name, then by the class
 * file's header, then by the names of its methods. The remaining classes are matched in full.
 */
public final class Prefilter {

  private final TypeNameIndex types;
  private final List<Group> groups;
  private final boolean mayNameJdk;

  Prefilter(List<MethodPattern> patterns) {
    types = new TypeNameIndex(patterns);
    mayNameJdk = types.mayNamePackage("java");
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
  public Set<String> exactTypes() {
    return types.exactTypes();
  }

  /** Whether a pattern may name a type whose name begins with {@code java.}. */
  boolean mayNameJdk() {
    return mayNameJdk;
  }

  /** Whether a pattern names this class without wildcards. */
  public boolean namesExactly(String className) {
    return types.namesExactly(className);
  }

  /** Whether a pattern names this type, which other classes may extend or implement. */
  public boolean names(String className) {
    return types.names(className);
  }

  /**
   * @param className with dots, or an internal name
   * @param parents the cached verdicts on the parents of this loader's classes
   */
  public boolean mayMatch(String className, byte[] classFile, ParentVerdicts parents) {
    if (namesExactly(className)) {
      return true;
    }
    boolean named = types.namesByWildcard(className);
    try (ClassFileSkim skim = new ClassFileSkim(classFile)) {
      return (named || (!skim.hasNoSupertypes() && parents.mayMatter(skim)))
          && anyGroupMayMatch(className, named, skim, parents);
    }
  }

  private boolean anyGroupMayMatch(
      String className, boolean named, ClassFileSkim skim, ParentVerdicts parents) {
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).mayMatch(className, named, skim, parents)) {
        return true;
      }
    }
    return false;
  }

  /** Patterns that can be excluded together. */
  private static final class Group {
    private final List<MethodPattern> patterns;
    private final NameSet methods;
    private final NameSet annotations;
    private volatile @Nullable TypeNameIndex types;

    Group(List<MethodPattern> patterns) {
      this.patterns = patterns;
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

    /**
     * The descriptor's prefix up to the first class name: the pattern does not tell whether a
     * nested class follows.
     */
    private static String descriptor(String annotation) {
      String internal = "L" + annotation.replace('.', '/');
      int simpleName = 1;
      while (simpleName > 0 && !Character.isUpperCase(internal.charAt(simpleName))) {
        simpleName = internal.indexOf('/', simpleName) + 1;
      }
      int end = simpleName > 0 ? internal.indexOf('/', simpleName) : -1;
      return end > 0 ? internal.substring(0, end) + "*" : internal + "*";
    }

    boolean mayMatch(String className, boolean named, ClassFileSkim skim, ParentVerdicts parents) {
      return skim.declaresAny(methods)
          && (annotations.isEmpty() || skim.mentionsAny(annotations))
          && ((named && types().namesByWildcard(className)) || parents.matter(skim));
    }

    /** Created when first needed: at the start of most applications no class needs it. */
    private TypeNameIndex types() {
      TypeNameIndex made = types;
      if (made == null) {
        made = new TypeNameIndex(patterns);
        types = made;
      }
      return made;
    }
  }
}
