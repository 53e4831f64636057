package dev.mulligan.guard.limit;

/** A guard: admits calls or refuses them. */
public sealed interface Guard permits BreakerGuard, RateLimitGuard, BulkheadGuard {

  /** Tries to admit a call at once. If it returns true, {@link #leave} must follow. */
  boolean tryEnter();

  /** Tries to admit a call, and may block for as long as the rule allows. */
  boolean enter();

  void leave(Verdict verdict);

  /** Counts a refusal, and returns its reason as the end of a sentence. */
  String refuse();
}
