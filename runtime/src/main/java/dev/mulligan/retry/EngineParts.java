package dev.mulligan.retry;

import dev.mulligan.log.Log;
import dev.mulligan.thread.Timer;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What all calls of an engine share. */
record EngineParts(
    LongSupplier ticker,
    RandomGenerator random,
    Pauses pauses,
    Timer timer,
    Conditions conditions,
    RetryAfterHint retryAfter,
    FailureReporting reporting,
    NestedFailures nested,
    Budgets budgets,
    Incidents incidents,
    SuccessWatch watch,
    RetryRates rates,
    BusyThreads busy,
    TaskReader tasks,
    StatisticsTable statistics,
    RetryLog log) {

  static EngineParts of(
      LongSupplier ticker,
      Clock clock,
      Sleeper sleeper,
      Timer timer,
      RandomGenerator random,
      Log log,
      FailureListener listener) {
    RetryLog retryLog = new RetryLog(log);
    NestedFailures nested = new NestedFailures();
    SuccessWatch watch = new SuccessWatch();
    Incidents incidents = new Incidents(ticker, listener, watch, retryLog);
    BusyThreads busy = new BusyThreads();
    TaskReader tasks = new TaskReader(busy, log);
    return new EngineParts(
        ticker,
        random,
        new Pauses(sleeper),
        timer,
        new Conditions(log),
        new RetryAfterHint(clock, log),
        new FailureReporting(listener, tasks, nested, incidents, retryLog),
        nested,
        new Budgets(ticker, watch, retryLog),
        incidents,
        watch,
        new RetryRates(ticker, listener, retryLog),
        busy,
        tasks,
        new StatisticsTable(),
        retryLog);
  }

  /** A call ended without a failure; perhaps it is known what it was called with. */
  void succeeded(Operation operation, Strategy strategy, @Nullable CalledWith call) {
    budgets.succeeded(operation);
    if (incidents.mayEndWith(operation)) {
      incidents.succeeded(operation, tasks.identify(strategy, call));
    }
  }

  DelaySequence delays(Strategy strategy) {
    return new DelaySequence(strategy, random, retryAfter);
  }
}
