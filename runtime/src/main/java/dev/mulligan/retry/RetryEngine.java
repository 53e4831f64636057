package dev.mulligan.retry;

import dev.mulligan.log.Log;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.failure.Outcome;
import dev.mulligan.retry.judge.Conditions;
import dev.mulligan.retry.listener.FailureListener;
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
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Retries calls: on the threads that make them, or, for asynchronous methods, on no thread of its
 * own. It hears of a call at its first failure; a call that succeeds at once never comes here.
 * Nothing that goes wrong in here reaches the caller: the call then ends as it would have without a
 * retry.
 */
public final class RetryEngine implements AutoCloseable {

  /** In place of a start, of a call that was not seen to start: no time of the ticker. */
  public static final long START_UNSEEN = Long.MIN_VALUE; // it would have to run for 292 years

  private final EngineSettings settings;

  /**
   * @param ticker nanoseconds from an arbitrary start, such as {@link System#nanoTime}
   * @param clock what a {@code Retry-After} date is compared with
   * @param random must be usable by many threads
   * @param listener hears of calls whose attempts are used up
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
   * @param timer where asynchronous calls wait
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

  /** An engine in real time. */
  public static RetryEngine inRealTime(Log log, FailureListener listener) {
    return new RetryEngine(new InRealTime(log, listener));
  }

  /** A class, not a lambda: before the application's main method each of those costs more. */
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
   * A call that sleeps between its attempts. Does as little as can be: the stack may be used up,
   * see {@link RetryCall}.
   *
   * @param id null unless it has been asked for before the call failed
   * @param startNanos of {@link #now} at the start of the first attempt. {@link #START_UNSEEN}
   *     where that has just ended: its duration is unknown, and max-duration and elapsed time count
   *     from its end; later attempts are measured exactly
   * @param admission what another attempt also needs
   */
  public RetryCall begin(
      Operation operation,
      Strategy strategy,
      @Nullable CallId id,
      long startNanos,
      Admission admission) {
    try {
      return new RetryCall(
          attempts(operation, strategy, id, startNanos, Threading.CALLER, admission),
          strategy.retryOn());
    } catch (Throwable own) { // no stack or memory left
      return new RetryCall(new InertCall(parts()), List.of());
    }
  }

  /** A call of an asynchronous method, whose attempts run on any threads; parameters as above. */
  public AsyncCall beginAsync(
      Operation operation,
      Strategy strategy,
      @Nullable CallId id,
      long startNanos,
      Admission admission) {
    return new AsyncCall(
        attempts(operation, strategy, id, startNanos, Threading.ANY, admission), admission);
  }

  /** A call whose caller waits between the attempts in its own way; parameters as above. */
  public LoopCall beginLoop(
      Operation operation, Strategy strategy, @Nullable CallId id, long startNanos) {
    return new LoopCall(
        attempts(operation, strategy, id, startNanos, Threading.ANY, Admission.ALWAYS));
  }

  private AttemptSequence attempts(
      Operation operation,
      Strategy strategy,
      @Nullable CallId id,
      long startNanos,
      Threading threading,
      Admission admission) {
    EngineParts parts = parts();
    return operation.mode() == Operation.Mode.OBSERVE
        ? new ObservedCall(parts, operation, strategy)
        : new LiveCall(
            parts,
            new CallRecord(parts.random(), operation, strategy, id, startNanos),
            threading,
            admission);
  }

  /** For a call that may fail, or be asked for its id before it does. */
  public CallId newId() {
    return new CallId(parts().random());
  }

  /** Nanoseconds of the engine's ticker. */
  public long now() {
    return parts().ticker().getAsLong();
  }

  /** Whether an exception is a failure that another attempt may help. */
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

  /** Whether a first attempt that returned this counts as failed, so that a call must begin. */
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
   * A call that had no failure returned. Of interest only while a budget is not full, since a
   * failure was notified, and while calls are counted: see {@link EngineSettings#successCounting}.
   *
   * @param call null where it is not known what the method was called with
   * @param counted the operation's statistics, where the caller keeps them: looking for them takes
   *     longer than the counting
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
   * A call ended with this exception without a retry; no rule further out repeats it.
   *
   * @param threading on which threads the exception may come there
   */
  public void gaveUpOn(Throwable thrown, Threading threading) {
    parts().nested().add(thrown, threading.thread(), parts().ticker().getAsLong(), false);
  }

  /** Closes a result that the caller does not get, if it can be closed. */
  public void discard(@Nullable Object result) {
    Outcome.close(result, parts().log().log());
  }

  /** Something of this product went wrong with a call, which is left as it is; logged once. */
  public void ownFailure(Operation operation, Throwable failure) {
    parts().log().ownFailure(operation, failure);
  }

  public EngineSettings settings() {
    return settings;
  }

  /** Which threads are in this engine. */
  public BusyThreads busyThreads() {
    return parts().busy();
  }

  /** The waiting on the threads of callers. */
  public Pauses pauses() {
    return parts().pauses();
  }

  /** The waiting that holds no thread. */
  public Timer timer() {
    return parts().timer();
  }

  public Budgets budgets() {
    return parts().budgets();
  }

  /** What has happened to the operations' calls. */
  public StatisticsTable statistics() {
    return parts().statistics();
  }

  /**
   * Ends all waiting at once: each call that waits, and each that fails from now on, ends with its
   * own last exception.
   */
  @Override
  public void close() {
    parts().pauses().endAll();
    parts().timer().close();
  }
}
