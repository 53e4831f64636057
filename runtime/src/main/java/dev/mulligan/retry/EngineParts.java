package dev.mulligan.retry;

import dev.mulligan.log.Log;
import dev.mulligan.retry.budget.SuccessWatch;
import dev.mulligan.retry.delay.RetryAfterHint;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.judge.Conditions;
import dev.mulligan.retry.listener.FailureListener;
import dev.mulligan.retry.nested.NestedFailures;
import dev.mulligan.retry.nested.Threading;
import dev.mulligan.retry.statistics.StatisticsTable;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.task.CalledWith;
import dev.mulligan.retry.wait.BusyThreads;
import dev.mulligan.retry.wait.Sleeper;
import dev.mulligan.thread.Timer;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The components that all calls of an engine share. Created, and loaded with the classes that it
 * names, at the first failure.
 */
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
    OpenFailures incidents,
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
    OpenFailures incidents = new OpenFailures(ticker, listener, watch, retryLog);
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

  /**
   * Records the success of a call, for budgets and open incidents.
   *
   * @param call null if the arguments are unknown
   */
  void succeeded(Operation operation, Strategy strategy, @Nullable CalledWith call) {
    budgets.succeeded(operation);
    if (incidents.isOpen(operation)) {
      incidents.succeeded(operation, tasks.identify(strategy, call));
    }
  }

  /** Begins the attempts of a call; parameters as in {@link RetryEngine#begin}. */
  AttemptSequence attempts(
      Operation operation,
      Strategy strategy,
      @Nullable CallId id,
      long startNanos,
      Threading threading,
      Admission admission) {
    return operation.mode() == Operation.Mode.OBSERVE
        ? new ObservedCall(this, operation, strategy)
        : new LiveCall(
            this,
            new CallRecord(random, operation, strategy, id, startNanos),
            threading,
            admission);
  }

  /** Returns the attempts of a call that is not retried. */
  AttemptSequence noAttempts() {
    return new InertCall(this);
  }

  DelaySequence delays(Strategy strategy) {
    return new DelaySequence(strategy, random, retryAfter);
  }
}
