package dev.mulligan.retry;

import dev.mulligan.retry.budget.Buckets;
import dev.mulligan.retry.budget.BudgetReport;
import dev.mulligan.retry.budget.StormProtection;
import dev.mulligan.retry.budget.SuccessWatch;
import dev.mulligan.retry.budget.TokenBucket;
import dev.mulligan.retry.strategy.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The retry budgets, as token buckets, and whether they need calls that succeed at once to be
 * counted.
 */
public final class Budgets {

  private final LongSupplier ticker;
  private final RetryLog log;
  private final SuccessWatch watch;
  private volatile StormProtection protection = StormProtection.DEFAULT;
  private volatile @Nullable Buckets buckets;
  private volatile boolean counts;

  Budgets(LongSupplier ticker, SuccessWatch watch, RetryLog log) {
    this.ticker = ticker;
    this.watch = watch;
    this.log = log;
  }

  /** Applies new settings. A budget whose settings stay the same keeps its tokens. */
  synchronized void follow(StormProtection newProtection) {
    protection = newProtection;
    Buckets before = buckets;
    if (before != null) {
      buckets = Buckets.of(newProtection, before, ticker.getAsLong());
      updateWatch();
    }
  }

  /**
   * Whether the operation's rule may retry although an inner rule has already retried the same
   * failure.
   */
  public boolean allowsNestedRetries(Operation operation) {
    return protection.multiplying().contains(operation.rule());
  }

  /** Takes a token for a failed attempt that a rule would retry. */
  void failed(Operation operation, long now) {
    TokenBucket bucket = buckets().of(operation);
    if (bucket != null) {
      bucket.take(now);
      if (!counts) {
        updateWatch();
      }
    }
  }

  void succeeded(Operation operation) {
    TokenBucket bucket = counts ? buckets().of(operation) : null;
    if (bucket != null) {
      long now = ticker.getAsLong();
      bucket.giveBack(now);
      logRecovery(bucket, now);
      if (bucket.isFull(now)) {
        updateWatch();
      }
    }
  }

  boolean allowsRetry(Operation operation, long now) {
    TokenBucket bucket = buckets().of(operation);
    if (bucket == null) {
      return true;
    }
    logRecovery(bucket, now);
    boolean allows = bucket.isMoreThanHalfFull(now);
    if (!allows && bucket.recordPrevented()) {
      log.budgetSpent(bucket.owner(), bucket.budget());
    }
    return allows;
  }

  /** Returns the state of all budgets, the process-wide one first. */
  public List<BudgetReport> reports() {
    List<TokenBucket> all =
        buckets().all(); // may be created now, at a time before that of the report
    long now = ticker.getAsLong();
    List<BudgetReport> reports = new ArrayList<>();
    for (TokenBucket bucket : all) {
      logRecovery(bucket, now);
      reports.add(bucket.report(now));
    }
    return reports;
  }

  private void logRecovery(TokenBucket bucket, long now) {
    if (bucket.recovers(now)) {
      log.budgetRecovered(bucket.owner());
    }
  }

  /** Created at the first failure, so that an application without failures pays nothing. */
  private Buckets buckets() {
    Buckets made = buckets;
    return made == null ? makeBuckets() : made;
  }

  private synchronized Buckets makeBuckets() {
    Buckets made = buckets;
    if (made == null) {
      made = Buckets.of(protection, Buckets.NONE, ticker.getAsLong());
      buckets = made;
    }
    return made;
  }

  /**
   * Clears the flag before it reads the buckets: a thread that takes a token after that read finds
   * the flag cleared and calls this method too.
   */
  private synchronized void updateWatch() {
    counts = false;
    boolean wanted = buckets().isAnyTouched(ticker.getAsLong());
    counts = wanted;
    watch.budgets(wanted);
  }
}
