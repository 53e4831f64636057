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
    Incidents incidents,
    SuccessWatch watch,
    RetryRates rates,
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
    SuccessWatch watch = new SuccessWatch();
    Incidents incidents = new Incidents(ticker, listener, watch, retryLog);
    return new EngineParts(
        ticker,
        random,
        new Pauses(sleeper),
        waits,
        new Conditions(log),
        new RetryAfterHint(clock, log),
        new Farewell(listener, nested, incidents, retryLog),
        nested,
        new Budgets(ticker, watch, retryLog),
        incidents,
        watch,
        new RetryRates(ticker, listener, retryLog),
        new BusyThreads(),
        new CallPool(),
        new StatisticsTable(),
        retryLog);
  }

  /** A call ended without a failure. */
  void succeeded(Operation operation) {
    budgets.succeeded(operation);
    incidents.succeeded(operation);
  }

  DelaySequence delays(Strategy strategy) {
    return new DelaySequence(strategy, random, retryAfter);
  }
}
