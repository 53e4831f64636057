package dev.mulligan.retry;

import dev.mulligan.log.Log;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.failure.Outcome;
import dev.mulligan.retry.judge.Conditions;
import dev.mulligan.retry.listener.FailureListener;
import dev.mulligan.retry.nested.Answers;
import dev.mulligan.retry.nested.NestedFailures;
import dev.mulligan.retry.nested.Threading;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.statistics.StatisticsTable;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.task.CalledWith;
import dev.mulligan.retry.wait.BusyThreads;
import dev.mulligan.retry.wait.Sleeper;
import dev.mulligan.thread.LazyTimer;
import dev.mulligan.thread.Timer;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The retry engine. It retries synchronous calls on the threads of their callers, and asynchronous
 * calls without a waiting thread. A call reaches it at its first failure; a call that succeeds at
 * once never does. No internal error reaches the caller: the call then ends as it would have
 * without a retry.
 */
public final class RetryEngine implements AutoCloseable {

  /** Marks an unknown start of a call. */
  public static final long START_UNSEEN =
      NestedFailures.UNSEEN; // no real ticker value: it would take 292 years to reach

  private final EngineSettings settings;

  /**
   * Creates an engine with its own timer.
   *
   * @param ticker nanoseconds from an arbitrary start, such as {@link System#nanoTime}
   * @param clock the clock for dates in {@code Retry-After}
   * @param random must be thread-safe
   * @param listener receives calls whose attempts are used up
   */
  public RetryEngine(
      LongSupplier ticker,
      Clock clock,
      Sleeper sleeper,
      RandomGenerator random,
      Log log,
      FailureListener listener) {
    this(ticker, clock, sleeper, newTimer(), random, log, listener);
  }

  /**
   * Creates an engine.
   *
   * @param timer for the back-offs of asynchronous calls
   */
  public RetryEngine(
      LongSupplier ticker,
      Clock clock,
      Sleeper sleeper,
      Timer timer,
      RandomGenerator random,
      Log log,
      FailureListener listener) {
    this(() -> EngineParts.of(ticker, clock, sleeper, timer, random, log, listener));
  }

  private RetryEngine(Supplier<EngineParts> maker) {
    this.settings = new EngineSettings(maker);
  }

  /** Creates an engine that uses the system's clocks. */
  public static RetryEngine inRealTime(Log log, FailureListener listener) {
    return new RetryEngine(new InRealTime(log, listener));
  }

  /** A class, not a lambda: before the application's main method a lambda costs more. */
  private record InRealTime(Log log, FailureListener listener) implements Supplier<EngineParts> {
    @Override
    public EngineParts get() {
      RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
      return EngineParts.of(
          System::nanoTime,
          Clock.systemUTC(),
          Sleeper.inRealTime(),
          newTimer(),
          random,
          log,
          listener);
    }
  }

  private static Timer newTimer() {
    return new LazyTimer("waits");
  }

  private EngineParts parts() {
    return settings.parts();
  }

  /**
   * Begins a call that sleeps between its attempts. Does the minimum, because the stack may be
   * exhausted: see {@link RetryCall}.
   *
   * @param id null unless the call's id was needed before it failed
   * @param startNanos the value of {@link #now} at the start of the first attempt. {@link
   *     #START_UNSEEN} if the attempt has just ended and its start is unknown: the maximum duration
   *     and the elapsed time then count from its end
   * @param admission decides about further attempts
   */
  public RetryCall begin(
      Operation operation,
      Strategy strategy,
      @Nullable CallId id,
      long startNanos,
      Admission admission) {
    try {
      return new RetryCall(
          parts().attempts(operation, strategy, id, startNanos, Threading.CALLER, admission));
    } catch (Throwable own) { // no stack or memory left
      return new RetryCall(parts().noAttempts());
    }
  }

  /**
   * Begins a call of an asynchronous method, whose attempts may run on any thread; parameters as
   * above.
   */
  public AsyncCall beginAsync(
      Operation operation,
      Strategy strategy,
      @Nullable CallId id,
      long startNanos,
      Admission admission) {
    return new AsyncCall(
        parts().attempts(operation, strategy, id, startNanos, Threading.ANY, admission), admission);
  }

  /** Begins a call whose caller waits between attempts in its own way; parameters as above. */
  public LoopCall beginLoop(
      Operation operation, Strategy strategy, @Nullable CallId id, long startNanos) {
    return new LoopCall(
        parts().attempts(operation, strategy, id, startNanos, Threading.LOOP, Admission.ALWAYS));
  }

  /** Creates an id for a call that needs one before its first failure. */
  public CallId newId() {
    return new CallId(parts().random());
  }

  /** Returns the engine's ticker in nanoseconds. */
  public long now() {
    return parts().ticker().getAsLong();
  }

  /** Evaluates the strategy's conditions for an exception. */
  public Judgement judge(Strategy strategy, FailureKind kind, Throwable thrown) {
    Conditions conditions = parts().conditions();
    boolean retryable =
        switch (kind) {
          case THROWN -> conditions.retriesException(strategy, thrown);
          case TIMED_OUT -> conditions.retriesFailure(strategy, thrown);
          case REFUSED -> conditions.retriesByName(strategy, thrown);
        };
    return retryable ? Judgement.RETRYABLE : Judgement.FINAL;
  }

  /** Whether the result of a first attempt counts as a failure, so that a call must begin. */
  public boolean retriesResult(Strategy strategy, @Nullable Object result) {
    BusyThreads busy = parts().busy();
    busy.enter();
    try {
      return parts().conditions().fitting(strategy, result).isPresent();
    } catch (Throwable own) { // no stack or memory left
      return false;
    } finally {
      busy.leave();
    }
  }

  /**
   * Records a call that succeeded at once. Needed only while a budget is not full, an incident is
   * open, or calls are counted: see {@link EngineSettings#successCounting}.
   *
   * @param call null if the arguments are unknown
   * @param counted the operation's statistics if the caller caches them: looking them up takes
   *     longer than counting
   */
  public void succeeded(
      Operation operation,
      Strategy strategy,
      @Nullable CalledWith call,
      @Nullable RetryStatistics counted) {
    try {
      EngineParts parts = parts();
      if (settings.countsCalls()) {
        (counted == null ? parts.statistics().of(operation) : counted).succeededAtOnce();
      }
      parts.succeeded(operation, strategy, call);
    } catch (Throwable own) { // no memory left; the call has succeeded anyway
    }
  }

  /**
   * Registers an exception that a call without retries ended with, so that no outer rule retries
   * it.
   *
   * @param threading on which threads the exception may surface
   */
  public void recordFinalFailure(Throwable thrown, Threading threading) {
    parts().nested().add(thrown, threading, parts().ticker().getAsLong(), false);
  }

  /**
   * Whether a time is recent enough for a failure at that time to be the cause of one that happens
   * now.
   *
   * @param nanos of {@link #now}
   */
  public boolean isRecent(long nanos) {
    return now() - nanos <= NestedFailures.WINDOW;
  }

  /**
   * Answers the engine of the library in this process: see {@link
   * dev.mulligan.retry.nested.AgentEngine}.
   *
   * @throws RuntimeException if the question is not as expected
   */
  public @Nullable Object answer(String question, @Nullable Object[] values) {
    return Answers.of(parts().nested(), question, values);
  }

  /**
   * Whether an inner call has given up on this thread inside the body of an asynchronous method,
   * which returns now.
   *
   * @param start of the attempt, or {@link #START_UNSEEN}
   * @param resultsOnly whether only results count that it gave up on
   */
  public boolean isGivenUpInBody(long start, boolean resultsOnly) {
    try {
      EngineParts made = settings.partsIfMade();
      return made != null
          && made.nested().mayHaveGivenUp()
          && made.nested().isGivenUpInBody(start, made.ticker().getAsLong(), resultsOnly);
    } catch (Throwable own) { // no stack or memory left
      return false;
    }
  }

  /** Closes a result that the caller does not receive, if it is {@link AutoCloseable}. */
  public void discard(@Nullable Object result) {
    Outcome.close(result, parts().log().log());
  }

  /** Logs an internal error of Mulligan, once. */
  public void ownFailure(Operation operation, Throwable failure) {
    parts().log().ownFailure(operation, failure);
  }

  /**
   * Logs that earlier failures could not be handled.
   *
   * @param now the first operation whose failure can be handled again
   */
  public void missedFailures(Operation now, int count) {
    parts().log().missedFailures(now, count);
  }

  public EngineSettings settings() {
    return settings;
  }

  /** Returns the threads that are currently inside this engine. */
  public BusyThreads busyThreads() {
    return parts().busy();
  }

  /** Returns the back-offs on the threads of callers. */
  public Pauses pauses() {
    return parts().pauses();
  }

  /** Returns the timer for back-offs that hold no thread. */
  public Timer timer() {
    return parts().timer();
  }

  public Budgets budgets() {
    return parts().budgets();
  }

  /** Returns the statistics of all operations. */
  public StatisticsTable statistics() {
    return parts().statistics();
  }

  /**
   * Ends all back-offs at once. Each waiting call, and each call that fails from now on, ends with
   * its own last exception.
   */
  @Override
  public void close() {
    parts().pauses().endAll();
    parts().timer().close();
  }
}
