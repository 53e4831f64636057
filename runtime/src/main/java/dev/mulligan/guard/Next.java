package dev.mulligan.guard;

import org.jspecify.annotations.Nullable;

/** What becomes of a call that is guarded. */
public sealed interface Next {

  /** The method's body runs, for the first time or once more. */
  record Run() implements Next {}

  /** The body runs as if no guard were there: the call is part of one that is guarded already. */
  record RunUnguarded() implements Next {}

  /** The call ends as its last attempt did. */
  record EndAsIs() implements Next {}

  record Throw(Throwable thrown) implements Next {}

  record Return(@Nullable Object value) implements Next {}

  /**
   * The method's fallback method is called, and the call ends as that does.
   *
   * @param otherwise what becomes of the call where there is no such method in the end
   */
  record CallFallback(Next otherwise) implements Next {}
}
