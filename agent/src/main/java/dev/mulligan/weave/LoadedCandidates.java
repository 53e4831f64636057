package dev.mulligan.weave;

import dev.mulligan.weave.scan.Prefilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Selects the loaded classes that may match, by their names and supertypes. It does not query their
 * methods, which could load more classes or fail.
 */
final class LoadedCandidates {

  private static final ClassLoader OURS = LoadedCandidates.class.getClassLoader();
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final Prefilter prefilter;
  private final InheritedMatches inherited;
  private final boolean jdkMayBeNamed;
  private final Map<Class<?>, Boolean> named = new HashMap<>();

  LoadedCandidates(Prefilter prefilter, InheritedMatches inherited) {
    this.prefilter = prefilter;
    this.inherited = inherited;
    this.jdkMayBeNamed = PreloadedJdkClasses.mayBeAmong(prefilter.exactTypes());
  }

  List<Class<?>> among(Class<?>[] loaded) {
    List<Class<?>> candidates = new ArrayList<>();
    for (Class<?> type : loaded) {
      if (isCandidate(type)) {
        candidates.add(type);
      }
    }
    return candidates;
  }

  private boolean isCandidate(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null || loader == PLATFORM) {
      return jdkMayBeNamed && isWeavable(type) && prefilter.namesExactly(type.getName());
    }
    return loader != OURS
        && isWeavable(type)
        && (inherited.includes(type.getName()) || isNamed(type));
  }

  private static boolean isWeavable(Class<?> type) {
    return !type.isArray() && !type.isPrimitive() && !type.isHidden();
  }

  private boolean isNamed(Class<?> type) {
    Boolean known = named.get(type);
    if (known == null) {
      known = prefilter.names(type.getName()) || anyParentNamed(type);
      named.put(type, known);
    }
    return known;
  }

  private boolean anyParentNamed(Class<?> type) {
    Class<?> superclass = type.getSuperclass();
    if (superclass != null && superclass != Object.class && isNamed(superclass)) {
      return true;
    }
    for (Class<?> parent : type.getInterfaces()) {
      if (isNamed(parent)) {
        return true;
      }
    }
    return false;
  }
}
