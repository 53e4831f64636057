package dev.mulligan.weave.rewrite;

import dev.mulligan.gate.Gate;
import org.jspecify.annotations.Nullable;

/** What a rule puts before the body of a method. */
public interface Entrance {

  /** A call begins; see {@link Gate#entered} and, for asynchronous methods, their advice. */
  @Nullable Object enter(@Nullable Object self);
}
