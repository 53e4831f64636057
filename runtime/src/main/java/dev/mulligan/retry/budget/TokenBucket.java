package dev.mulligan.retry.budget;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * A lock-free token bucket. It stores the time at which the refill alone would have filled it, as
 * in the virtual scheduling form of the generic cell rate algorithm (ITU-T I.371). Each missing
 * token is a span of time until then.
 */
public final class TokenBucket {

  private static final double NANOS_PER_SECOND = 1e9;

  private final String owner;
  private final RetryBudget budget;
  private final double nanosPerToken;
  private final long capacity;
  private final AtomicLong fullAt;
  private final AtomicBoolean spent = new AtomicBoolean();
  private final LongAdder timesSpent = new LongAdder();
  private final LongAdder retriesHeldBack = new LongAdder();

  /**
   * @param owner for messages: {@code the process}, {@code rule 'charge'}
   */
  TokenBucket(String owner, RetryBudget budget, long now) {
    this.owner = owner;
    this.budget = budget;
    this.nanosPerToken = NANOS_PER_SECOND / budget.refillPerSecond();
    this.capacity = Math.round(budget.tokens() * nanosPerToken);
    this.fullAt = new AtomicLong(now);
  }

  public String owner() {
    return owner;
  }

  public RetryBudget budget() {
    return budget;
  }

  public void take(long now) {
    move(now, Math.round(nanosPerToken));
  }

  public void giveBack(long now) {
    move(now, -Math.round(nanosPerToken * budget.successRatio()));
  }

  private void move(long now, long span) {
    long before;
    long after;
    do {
      before = fullAt.get();
      after = now + Math.max(0, Math.min(capacity, Math.max(0, before - now) + span));
    } while (!fullAt.compareAndSet(before, after));
  }

  public boolean isFull(long now) {
    return fullAt.get() - now <= 0;
  }

  public boolean isMoreThanHalfFull(long now) {
    return fullAt.get() - now < capacity / 2;
  }

  /** Three quarters are enough that the bucket is not spent again at once. */
  private boolean isThreeQuartersFull(long now) {
    return fullAt.get() - now <= capacity / 4;
  }

  /**
   * Counts a retry that was prevented.
   *
   * @return whether it is the first one since the bucket recovered
   */
  public boolean recordPrevented() {
    retriesHeldBack.increment();
    boolean isFirst = !spent.get() && spent.compareAndSet(false, true);
    if (isFirst) {
      timesSpent.increment();
    }
    return isFirst;
  }

  /** Whether the bucket has just recovered from being spent. */
  public boolean recovers(long now) {
    return spent.get() && isThreeQuartersFull(now) && spent.compareAndSet(true, false);
  }

  public BudgetReport report(long now) {
    double missing = Math.max(0, fullAt.get() - now) / nanosPerToken;
    return new BudgetReport(
        owner,
        budget,
        Math.max(0, budget.tokens() - missing),
        spent.get() && !isThreeQuartersFull(now),
        timesSpent.sum(),
        retriesHeldBack.sum());
  }
}
