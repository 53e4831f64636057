package dev.mulligan.retry;

import dev.mulligan.log.Log;
import java.time.Clock;
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
    Farewell farewell,
    NestedFailures nested,
    Budgets budgets,
    BusyThreads busy,
    CallPool pool,
    StatisticsTable statistics,
    RetryLog log) {

  static EngineParts of(
      LongSupplier ticker,
      Clock clock,
      Sleeper sleeper,
      Waits waits,
      RandomGenerator random,
      Log log,
      FailureListener listener) {
    RetryLog retryLog = new RetryLog(log);
    NestedFailures nested = new NestedFailures();
    return new EngineParts(
        ticker,
        random,
        new Pauses(sleeper),
        waits,
        new Conditions(log),
        new RetryAfterHint(clock, log),
        new Farewell(listener, nested, retryLog),
        nested,
        new Budgets(ticker, retryLog),
        new BusyThreads(),
        new CallPool(),
        new StatisticsTable(),
        retryLog);
  }

  DelaySequence delays(Strategy strategy) {
    return new DelaySequence(strategy, random, retryAfter);
  }
}
