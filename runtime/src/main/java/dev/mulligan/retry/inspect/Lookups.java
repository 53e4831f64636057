package dev.mulligan.retry.inspect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;

/** How to reach public members of classes that may be hidden in modules and class loaders. */
@FunctionalInterface
public interface Lookups {

  /** As far as this product's own classes can reach. */
  Lookups OWN = type -> MethodHandles.privateLookupIn(type, MethodHandles.lookup());

  /**
   * A lookup with full privileges in that class.
   *
   * @throws IllegalAccessException when there is none
   */
  Lookup into(Class<?> type) throws IllegalAccessException;
}
