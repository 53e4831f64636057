package dev.mulligan.guard.limit;

/** Lets calls pass, or refuses them. */
public sealed interface Guard permits BreakerGuard, RateLimitGuard, BulkheadGuard {

  /** Where it lets a call pass at once, {@link #leave} must follow. */
  boolean tryEnter();

  /** As {@link #tryEnter}, but the caller may be kept waiting for as long as the rule says. */
  boolean enter();

  void leave(Verdict verdict);

  /** Counts a refusal, and gives its reason as the end of a sentence. */
  String refuse();
}
