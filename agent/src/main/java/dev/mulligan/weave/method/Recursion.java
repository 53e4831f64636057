package dev.mulligan.weave.method;

import org.jspecify.annotations.Nullable;

/**
 * Detects recursion and {@code super} calls, which count as one call. It decides as {@link
 * CallStack} does, but from the methods instead of a stack.
 */
final class Recursion {

  private Recursion() {}

  /**
   * @param outer the method of an outer call
   * @param outerSelf the receiver of the outer call
   */
  static boolean isPartOf(WovenMethod inner, WovenMethod outer, @Nullable Object outerSelf) {
    if (inner == outer) {
      return true;
    }
    if (outerSelf == null || !mayOverride(outer, inner)) {
      return false;
    }
    Class<?> declaring = above(outerSelf.getClass(), outer.className());
    return declaring != null && above(declaring, inner.className()) != null;
  }

  private static boolean mayOverride(WovenMethod outer, WovenMethod inner) {
    return outer.facts().name().equals(inner.facts().name())
        && inner.facts().descriptors().contains(outer.facts().descriptor());
  }

  /** Finds the type of this name among a type and its supertypes. */
  private static @Nullable Class<?> above(@Nullable Class<?> type, String name) {
    if (type == null || type.getName().equals(name)) {
      return type;
    }
    Class<?> found = above(type.getSuperclass(), name);
    for (Class<?> parent : type.getInterfaces()) {
      found = found == null ? above(parent, name) : found;
    }
    return found;
  }
}
