package dev.mulligan.retry;

import dev.mulligan.retry.listener.FailureListener;
import dev.mulligan.retry.listener.RetryRate;
import dev.mulligan.retry.statistics.RateMeter;
import dev.mulligan.retry.strategy.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Measures how often operations are retried, and reports those above the threshold, if one is set.
 */
final class RetryRates {

  private final LongSupplier ticker;
  private final FailureListener listener;
  private final RetryLog log;
  private volatile Optional<Watched> watched = Optional.empty();

  private record Watched(RetryRate threshold, Map<Operation, RateMeter> meters) {}

  RetryRates(LongSupplier ticker, FailureListener listener, RetryLog log) {
    this.ticker = ticker;
    this.listener = listener;
    this.log = log;
  }

  /** Sets the threshold. A new threshold starts new meters. */
  synchronized void watch(Optional<RetryRate> threshold) {
    boolean isKnown =
        watched.isPresent()
            && threshold.isPresent()
            && watched.get().threshold.isSameAs(threshold.get());
    if (!isKnown) {
      watched = threshold.map(rate -> new Watched(rate, new ConcurrentHashMap<>()));
    }
  }

  void retried(Operation operation) {
    Optional<Watched> now = watched;
    if (now.isPresent()) {
      count(now.get(), operation, ticker.getAsLong());
    }
  }

  private void count(Watched now, Operation operation, long nanos) {
    RetryRate threshold = now.threshold;
    RateMeter meter = now.meters.get(operation);
    if (meter == null) {
      long window = threshold.per().toNanos();
      meter = now.meters.computeIfAbsent(operation, unseen -> new RateMeter(window, nanos));
    }
    double rate = meter.add(nanos);
    if (meter.rises(rate, threshold.retries())) {
      report(operation, rate, threshold);
    }
  }

  private void report(Operation operation, double rate, RetryRate threshold) {
    try {
      log.retriedOften(operation, rate, threshold);
      listener.retriedOften(operation, rate, threshold);
    } catch (Throwable own) {
      log.ownFailure(operation, own);
    }
  }
}
