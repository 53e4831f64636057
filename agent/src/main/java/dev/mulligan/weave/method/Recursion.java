package dev.mulligan.weave.method;

import org.jspecify.annotations.Nullable;

/**
 * Recursion and {@code super} calls count as one call. Judges as {@link CallStack} does, without a
 * stack to look at.
 */
final class Recursion {

  private Recursion() {}

  /**
   * @param outer the method of a call that runs further out
   * @param outerSelf its receiver
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

  /** The type of that name among a type and those above it. */
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
