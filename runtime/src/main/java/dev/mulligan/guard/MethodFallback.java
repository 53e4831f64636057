package dev.mulligan.guard;

import org.jspecify.annotations.Nullable;

/** A fallback as it fits one method. */
public sealed interface MethodFallback {

  record None() implements MethodFallback {}

  /**
   * @param value of the method's return type, boxed where that is a primitive one
   */
  record Value(@Nullable Object value) implements MethodFallback {}

  /** The woven code knows which. */
  record Method() implements MethodFallback {}
}
