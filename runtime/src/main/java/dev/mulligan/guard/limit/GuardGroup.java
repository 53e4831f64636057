package dev.mulligan.guard.limit;

import dev.mulligan.retry.RetryEngine;
import java.time.Duration;
import java.util.Optional;

/**
 * The guards that stand in one place: outside of the retry, or around each attempt. A breaker is
 * asked first, then the rate limit, then the bulkhead. The breaker's permit is taken last, so that
 * a trial call is not lost to a refusal further in.
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

  /** Whether all let the call pass at once; then {@link #leave} must follow. */
  public boolean tryEnter() {
    if ((breaker.isPresent() && breaker.get().isOpen())
        || (rateLimit.isPresent() && !rateLimit.get().tryEnter())
        || (bulkhead.isPresent() && !bulkhead.get().tryEnter())) {
      return false;
    }
    return passesBreaker();
  }

  /** Who refuses the call, after such waiting as the rule allows; if nobody, leave must follow. */
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
   * The same without holding a thread.
   *
   * @param whenWaited is run once the answer is there, unless it is there at once
   */
  public GuardGroupEntry enterLater(RetryEngine engine, Runnable whenWaited) {
    return new GuardGroupEntry(this, engine, whenWaited);
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

  /** Who is sure to refuse a call for more than that time. */
  public Optional<? extends Guard> refusesFor(Duration delay) {
    return breaker.isPresent() && breaker.get().isOpenFor(delay) ? breaker : Optional.empty();
  }

  boolean passesBreaker() {
    boolean passes = breaker.isEmpty() || breaker.get().tryEnter();
    if (!passes && bulkhead.isPresent()) {
      bulkhead.get().leave(Verdict.NONE);
    }
    return passes;
  }

  /** The breaker hears of it first: whoever waits for the place asks it next. */
  public void leave(Verdict verdict) {
    if (breaker.isPresent()) {
      breaker.get().leave(verdict);
    }
    if (bulkhead.isPresent()) {
      bulkhead.get().leave(verdict);
    }
  }
}
