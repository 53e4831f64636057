package dev.mulligan.retry;

import dev.mulligan.log.Log;
import dev.mulligan.notify.TaskIdentity;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

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
    TaskReader tasks,
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
    BusyThreads busy = new BusyThreads();
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
        busy,
        new TaskReader(busy, log),
        new StatisticsTable(),
        retryLog);
  }

  /** A call ended without a failure. */
  void succeeded(Operation operation) {
    budgets.succeeded(operation);
    if (incidents.mayEndWith(operation)) {
      incidents.succeeded(operation, TaskIdentity.UNKNOWN);
    }
  }

  /** The same, of a call of which it may be known which task it was. */
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
