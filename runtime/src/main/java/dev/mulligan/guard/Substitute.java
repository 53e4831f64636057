package dev.mulligan.guard;

import org.jspecify.annotations.Nullable;

/** A fallback as it fits one method. */
public sealed interface Substitute {

  record None() implements Substitute {}

  /**
   * @param value of the method's return type, boxed where that is a primitive one
   */
  record Value(@Nullable Object value) implements Substitute {}

  /** The woven code knows which. */
  record Method() implements Substitute {}
}
