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

/** The budgets in force, and whether calls that succeed at once are to be counted for them. */
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

  /** Budgets that stay the same keep their tokens. */
  synchronized void follow(StormProtection newProtection) {
    protection = newProtection;
    Buckets before = buckets;
    if (before != null) {
      buckets = Buckets.of(newProtection, before, ticker.getAsLong());
      settle();
    }
  }

  /** Whether a call is repeated although the same method is tried again further out. */
  public boolean multiplies(Operation operation) {
    return protection.multiplying().contains(operation.rule());
  }

  /** An attempt failed and a rule would repeat it. */
  void failed(Operation operation, long now) {
    TokenBucket bucket = buckets().of(operation);
    if (bucket != null) {
      bucket.take(now);
      if (!counts) {
        settle();
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
        settle();
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
    if (!allows && bucket.holdsBack()) {
      log.budgetSpent(bucket.owner(), bucket.budget());
    }
    return allows;
  }

  /** How they stand, the process's first. */
  public List<BudgetReport> reports() {
    long now = ticker.getAsLong();
    List<BudgetReport> reports = new ArrayList<>();
    for (TokenBucket bucket : buckets().all()) {
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

  /** Made with the first failure: an application that has none pays nothing for them. */
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
   * First false, then the look at the buckets: whoever takes a token after that look sees false and
   * comes here too.
   */
  private synchronized void settle() {
    counts = false;
    boolean wanted = buckets().isAnyTouched(ticker.getAsLong());
    counts = wanted;
    watch.budgets(wanted);
  }
}
