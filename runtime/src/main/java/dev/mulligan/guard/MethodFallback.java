package dev.mulligan.guard;

import org.jspecify.annotations.Nullable;

/** The fallback of one method. */
public sealed interface MethodFallback {

  record None() implements MethodFallback {}

  /**
   * @param value of the method's return type; boxed if that is primitive
   */
  record Value(@Nullable Object value) implements MethodFallback {}

  /** A fallback method, which the woven code knows. */
  record Method() implements MethodFallback {}
}
