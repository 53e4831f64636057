package dev.mulligan.guard;

import org.jspecify.annotations.Nullable;

/** How a guarded call continues. */
public sealed interface GuardDecision {

  /** Runs the method's body, for the first time or again. */
  record Run() implements GuardDecision {}

  /** Runs the body without guards: the call is part of an outer call that is guarded already. */
  record RunUnguarded() implements GuardDecision {}

  /** Ends the call as its last attempt did. */
  record EndAsIs() implements GuardDecision {}

  record Throw(Throwable thrown) implements GuardDecision {}

  record Return(@Nullable Object value) implements GuardDecision {}

  /**
   * Calls the fallback method and ends the call as that does.
   *
   * @param otherwise the decision if there is no such method after all
   */
  record CallFallback(GuardDecision otherwise) implements GuardDecision {}
}
