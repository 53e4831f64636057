package dev.mulligan.retry.inspect;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;

/** Provides lookups for public members of classes that modules or class loaders may hide. */
@FunctionalInterface
public interface Lookups {

  /** With the access rights of Mulligan's own classes. */
  Lookups OWN = type -> MethodHandles.privateLookupIn(type, MethodHandles.lookup());

  /**
   * Returns a lookup with full privileges in a class.
   *
   * @throws IllegalAccessException if access is denied
   */
  Lookup into(Class<?> type) throws IllegalAccessException;
}
