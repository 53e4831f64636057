package dev.mulligan.guard.limit;

import dev.mulligan.retry.RetryEngine;
import java.time.Duration;
import java.util.Optional;

/**
 * The guards of one scope: around the call, or around each attempt. They decide in the order
 * breaker, rate limit, bulkhead. The breaker's permit is acquired last, so that a refusal by an
 * inner guard does not waste a trial call.
 */
public final class GuardGroup {

  private final Optional<BreakerGuard> breaker;
  private final Optional<RateLimitGuard> rateLimit;
  private final Optional<BulkheadGuard> bulkhead;

  public GuardGroup(
      Optional<BreakerGuard> breaker,
      Optional<RateLimitGuard> rateLimit,
      Optional<BulkheadGuard> bulkhead) {
    this.breaker = breaker;
    this.rateLimit = rateLimit;
    this.bulkhead = bulkhead;
  }

  public boolean isEmpty() {
    return breaker.isEmpty() && rateLimit.isEmpty() && bulkhead.isEmpty();
  }

  /** Whether a call that is admitted now holds a permit of a limited number. */
  public boolean takesPermits() {
    return bulkhead.isPresent() || (breaker.isPresent() && !breaker.get().isClosed());
  }

  /** Tries to admit a call at once. If it returns true, {@link #leave} must follow. */
  public boolean tryEnter() {
    if ((breaker.isPresent() && breaker.get().isOpen())
        || (rateLimit.isPresent() && !rateLimit.get().tryEnter())
        || (bulkhead.isPresent() && !bulkhead.get().tryEnter())) {
      return false;
    }
    return passesBreaker();
  }

  /**
   * Tries to admit a call, and blocks for as long as the rule allows.
   *
   * @return the guard that refuses; if empty, {@link #leave} must follow
   */
  public Optional<? extends Guard> enter() {
    if (breaker.isPresent() && breaker.get().isOpen()) {
      return breaker;
    }
    if (rateLimit.isPresent() && !rateLimit.get().enter()) {
      return rateLimit;
    }
    if (bulkhead.isPresent() && !bulkhead.get().enter()) {
      return bulkhead;
    }
    return passesBreaker() ? Optional.empty() : breaker;
  }

  /**
   * Creates an entry that waits without a thread.
   *
   * @param onDecision runs once the decision is made, unless it is made at once
   */
  public GuardGroupEntry enterLater(RetryEngine engine, Runnable onDecision) {
    return new GuardGroupEntry(this, engine, onDecision);
  }

  Optional<BreakerGuard> breaker() {
    return breaker;
  }

  Optional<RateLimitGuard> rateLimit() {
    return rateLimit;
  }

  Optional<BulkheadGuard> bulkhead() {
    return bulkhead;
  }

  /** Returns the guard that is certain to refuse for longer than this delay. */
  public Optional<? extends Guard> refusesFor(Duration delay) {
    return breaker.isPresent() && breaker.get().isOpenFor(delay) ? breaker : Optional.empty();
  }

  boolean passesBreaker() {
    boolean passes = false;
    try {
      passes = breaker.isEmpty() || breaker.get().tryEnter();
    } finally {
      if (!passes && bulkhead.isPresent()) {
        bulkhead.get().leave(Verdict.NONE);
      }
    }
    return passes;
  }

  /**
   * Releases the permits. The breaker comes first, because the next waiter for a permit consults
   * it.
   */
  public void leave(Verdict verdict) {
    try {
      if (breaker.isPresent()) {
        breaker.get().leave(verdict);
      }
    } finally {
      if (bulkhead.isPresent()) {
        bulkhead.get().leave(verdict);
      }
    }
  }
}
