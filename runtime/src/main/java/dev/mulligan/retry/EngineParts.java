package dev.mulligan.retry;

import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** What all calls of an engine share. */
record EngineParts(
    LongSupplier ticker,
    RandomGenerator random,
    Pauses pauses,
    Waits waits,
    Conditions conditions,
    RetryAfterHint retryAfter,
    Policies policies,
    Farewell farewell,
    NestedFailures nested,
    Budgets budgets,
    StatisticsTable statistics,
    RetryLog log) {

  DelaySequence delays(Strategy strategy) {
    return new DelaySequence(strategy, random, retryAfter);
  }
}
