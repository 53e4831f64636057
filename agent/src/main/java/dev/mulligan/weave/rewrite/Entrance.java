package dev.mulligan.weave.rewrite;

import dev.mulligan.gate.Gate;
import org.jspecify.annotations.Nullable;

/** The guards at a method's entry, before its body. */
public interface Entrance {

  /**
   * Begins a call; for the result see {@link Gate#entered} and, for asynchronous methods, their
   * advice.
   */
  @Nullable Object enter(@Nullable Object self);
}
