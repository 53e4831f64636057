package dev.mulligan.guard;

import org.jspecify.annotations.Nullable;

/** What becomes of a call that is guarded. */
public sealed interface GuardDecision {

  /** The method's body runs, for the first time or once more. */
  record Run() implements GuardDecision {}

  /** The body runs as if no guard were there: the call is part of one that is guarded already. */
  record RunUnguarded() implements GuardDecision {}

  /** The call ends as its last attempt did. */
  record EndAsIs() implements GuardDecision {}

  record Throw(Throwable thrown) implements GuardDecision {}

  record Return(@Nullable Object value) implements GuardDecision {}

  /**
   * The method's fallback method is called, and the call ends as that does.
   *
   * @param otherwise what becomes of the call where there is no such method in the end
   */
  record CallFallback(GuardDecision otherwise) implements GuardDecision {}
}
