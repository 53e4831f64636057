package dev.mulligan.retry;

import dev.mulligan.log.Log;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
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

  private final Supplier<EngineParts> maker;
  private volatile @Nullable EngineParts made;
  private @Nullable StormProtection protection;
  private @Nullable SuccessCounting counting;
  private Optional<RetryRate> watchedRate = Optional.empty();
  private volatile boolean countsCalls;

  /**
   * @param ticker nanoseconds from an arbitrary start, such as {@link System#nanoTime}
   * @param clock what a {@code Retry-After} date is compared with
   * @param random must be usable by many threads
   * @param listener told of calls whose attempts are used up
   */
  public RetryEngine(
      LongSupplier ticker,
      Clock clock,
      Sleeper sleeper,
      RandomGenerator random,
      Log log,
      FailureListener listener) {
    this(ticker, clock, sleeper, new TimedWaits(), random, log, listener);
  }

  /**
   * @param waits where asynchronous calls wait
   */
  RetryEngine(
      LongSupplier ticker,
      Clock clock,
      Sleeper sleeper,
      Waits waits,
      RandomGenerator random,
      Log log,
      FailureListener listener) {
    this(() -> EngineParts.of(ticker, clock, sleeper, waits, random, log, listener));
  }

  private RetryEngine(Supplier<EngineParts> maker) {
    this.maker = maker;
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
          new TimedWaits(),
          random,
          log,
          listener);
    }
  }

  /** Made for the first call that fails: the start of an application must not pay for them. */
  private EngineParts parts() {
    EngineParts parts = made;
    return parts == null ? makeParts() : parts;
  }

  private synchronized EngineParts makeParts() {
    EngineParts parts = made;
    if (parts == null) {
      parts = maker.get();
      if (protection != null) {
        parts.budgets().follow(protection);
      }
      if (counting != null) {
        parts.watch().tell(counting);
      }
      parts.watch().calls(countsCalls);
      parts.rates().watch(watchedRate);
      made = parts;
    }
    return parts;
  }

  /**
   * A call whose first attempt has just ended and was not seen to start. Its duration is unknown,
   * and max-duration and elapsed time count from the end of that attempt; later attempts are
   * measured exactly.
   */
  public RetryCall begin(Operation operation, Strategy strategy) {
    return begin(operation, strategy, null);
  }

  /**
   * The same.
   *
   * @param id null unless it has been asked for before the call failed
   */
  public RetryCall begin(Operation operation, Strategy strategy, @Nullable CallId id) {
    return begin(operation, strategy, id, OptionalLong.empty(), AdmitsAll.INSTANCE);
  }

  /** For a call that may fail, or be asked for its id before it does. */
  public CallId newId() {
    return new CallId(parts().random());
  }

  /**
   * A call whose start is known.
   *
   * @param startNanos of the engine's ticker at the start of the first attempt
   */
  public RetryCall begin(Operation operation, Strategy strategy, long startNanos) {
    OptionalLong start = OptionalLong.of(startNanos);
    return begin(operation, strategy, null, start, AdmitsAll.INSTANCE);
  }

  /** The same as the last of these, with an id that may have been asked for. */
  public AsyncCall beginAsync(Operation operation, Strategy strategy, CallId id, long startNanos) {
    return beginAsync(operation, strategy, id, startNanos, AdmitsAll.INSTANCE);
  }

  /** The same; another attempt also needs to be admitted. */
  public AsyncCall beginAsync(
      Operation operation, Strategy strategy, CallId id, long startNanos, Admission admission) {
    OptionalLong start = OptionalLong.of(startNanos);
    return new AsyncCall(
        parts(), handling(operation, strategy, id, Threading.ANY, start, admission), admission);
  }

  /**
   * A call whose caller waits between the attempts in its own way.
   *
   * @param startNanos of {@link #now} at the start of the first attempt
   */
  public LoopCall beginLoop(Operation operation, Strategy strategy, CallId id, long startNanos) {
    return new LoopCall(
        parts(),
        handling(
            operation,
            strategy,
            id,
            Threading.ANY,
            OptionalLong.of(startNanos),
            AdmitsAll.INSTANCE));
  }

  /**
   * A call of an asynchronous method, whose attempts run on any threads.
   *
   * @param startNanos of {@link #now} at the start of the first attempt
   */
  public AsyncCall beginAsync(Operation operation, Strategy strategy, long startNanos) {
    return beginAsync(operation, strategy, newId(), startNanos);
  }

  /**
   * Lets an alarm ring later, without holding a thread.
   *
   * @return false when all waiting was ended before: it never rings
   */
  public boolean set(Alarm alarm, Duration time) {
    return parts().waits().add(alarm, time.toNanos());
  }

  /**
   * @return false when it has rung, or ended, or was never set
   */
  public boolean unset(Alarm alarm) {
    return parts().waits().remove(alarm);
  }

  /** Something of this product went wrong with a call, which is left as it is; said once. */
  public void ownFailure(Operation operation, Throwable failure) {
    parts().log().ownFailure(operation, failure);
  }

  /** Nanoseconds of the engine's ticker. */
  public long now() {
    return parts().ticker().getAsLong();
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
   * Keeps retrying within these bounds from now on; until this is called within those of {@link
   * StormProtection#DEFAULT}.
   */
  public synchronized void follow(StormProtection newProtection) {
    protection = newProtection;
    if (made != null) {
      made.budgets().follow(newProtection);
    }
  }

  /** Whom to tell when {@link #succeeded} matters. */
  public synchronized void tell(SuccessCounting newCounting) {
    counting = newCounting;
    if (made != null) {
      made.watch().tell(newCounting);
    }
  }

  /**
   * A call that had no failure returned; of interest only while a budget is not full, since people
   * were told of a failure, and while calls are counted.
   */
  public void succeeded(Operation operation) {
    try {
      EngineParts parts = parts();
      if (countsCalls) {
        parts.statistics().of(operation).succeededAtOnce();
      }
      parts.succeeded(operation);
    } catch (Throwable own) { // no memory left; the call has succeeded anyway
    }
  }

  /**
   * The same, of a call of which it may be known which task it was.
   *
   * @param call null where it is not known what the method was called with
   */
  public void succeeded(Operation operation, Strategy strategy, @Nullable CalledWith call) {
    try {
      EngineParts parts = parts();
      if (countsCalls) {
        parts.statistics().of(operation).succeededAtOnce();
      }
      parts.succeeded(operation, strategy, call);
    } catch (Throwable own) { // as above
    }
  }

  /**
   * The same for who has kept {@link #statistics(Operation)}: saves looking for it, which takes
   * longer than the counting.
   */
  public void succeeded(Operation operation, RetryStatistics kept) {
    try {
      if (countsCalls) {
        kept.succeededAtOnce();
      }
      parts().succeeded(operation);
    } catch (Throwable own) { // as above
    }
  }

  /**
   * Whether calls that succeed at once are counted too. Then {@link #succeeded} wants to hear of
   * each of them.
   */
  public synchronized void countCalls(boolean counted) {
    countsCalls = counted;
    if (counted || made != null) {
      parts().watch().calls(counted);
    }
  }

  /** Above which rate people are told that an operation is retried too often; empty for none. */
  public synchronized void watch(Optional<RetryRate> threshold) {
    watchedRate = threshold;
    if (made != null) {
      made.rates().watch(threshold);
    }
  }

  /** Where an operation's calls are counted. */
  public RetryStatistics statistics(Operation operation) {
    return parts().statistics().of(operation);
  }

  /** Whether a call is repeated although the same method is tried again further out. */
  public boolean multiplies(Operation operation) {
    return parts().budgets().multiplies(operation);
  }

  /**
   * Whether this thread may be in this engine, which asks the application's methods about failures:
   * such a method is not to be retried. False is certain.
   */
  public boolean mayBeOnThisThread() {
    return parts().busy().mayHoldCurrent();
  }

  /**
   * Asks the application something. What it calls meanwhile on this thread is not retried, so that
   * a failing answer does not lead back here.
   */
  public boolean ask(BooleanSupplier application) {
    BusyThreads busy = parts().busy();
    busy.enter();
    try {
      return application.getAsBoolean();
    } finally {
      busy.leave();
    }
  }

  /** How the budgets stand, the process's first. */
  public List<BudgetReport> budgets() {
    return parts().budgets().reports();
  }

  /** Whether an exception is a failure: by {@code retry-on} and {@code abort-on}. */
  public Judgement judge(Strategy strategy, Throwable thrown) {
    return judgement(parts().conditions().retriesException(strategy, thrown));
  }

  /** Whether an attempt that took too long may be repeated: unless {@code abort-on} fits. */
  public Judgement judgeTimeout(Strategy strategy, Throwable timeUp) {
    return judgement(parts().conditions().retriesFailure(strategy, timeUp));
  }

  /** Whether a refusal counts as a failed attempt: only where {@code retry-on} names its class. */
  public Judgement judgeRefusal(Strategy strategy, Throwable refusal) {
    return judgement(parts().conditions().retriesByName(strategy, refusal));
  }

  private static Judgement judgement(boolean retryable) {
    return retryable ? Judgement.RETRYABLE : Judgement.FINAL;
  }

  /** A call ended with this exception without a retry; no rule further out repeats it. */
  public void gaveUpOn(Throwable thrown) {
    parts().nested().add(thrown, Threading.CALLER.thread(), parts().ticker().getAsLong(), false);
  }

  /** The same for a call whose future fails with it, on whatever thread. */
  public void gaveUpOnAnyThread(Throwable thrown) {
    parts().nested().add(thrown, Threading.ANY.thread(), parts().ticker().getAsLong(), false);
  }

  /** Closes a result that the caller does not get, if it can be closed. */
  public void discard(@Nullable Object result) {
    Outcome.close(result, parts().log().log());
  }

  /** Why the caller's thread can't wait for so long now. */
  public Optional<EndReason> hindrance(Duration time) {
    return parts().pauses().hindrance(time);
  }

  /**
   * Waits on the caller's thread as in a back-off.
   *
   * @return why it can't wait, or why the waiting was cut short
   */
  public Optional<EndReason> pause(Duration time) {
    return hindrance(time).or(() -> parts().pauses().pause(time));
  }

  /** Figures of every operation that had a failure, as they are now. */
  public Map<Operation, RetryStatistics.Snapshot> statistics() {
    return parts().statistics().snapshots();
  }

  /**
   * Ends all waiting at once: each call that waits, and each that fails from now on, ends with its
   * own last exception.
   */
  @Override
  public void close() {
    parts().pauses().endAll();
    parts().waits().endAll();
  }

  /** Whether all waiting has ended: nobody is kept from anything any more. */
  public boolean isClosed() {
    return parts().pauses().isEnded();
  }

  /**
   * The same; another attempt also needs to be admitted. Does as little as can be: the stack may be
   * used up, see {@link RetryCall}.
   *
   * @param startNanos of {@link #now} at the start of the call; empty where it was not seen
   */
  public RetryCall begin(
      Operation operation,
      Strategy strategy,
      @Nullable CallId id,
      OptionalLong startNanos,
      Admission admission) {
    try {
      return new RetryCall(
          handling(operation, strategy, id, Threading.CALLER, startNanos, admission),
          strategy.retryOn(),
          parts().busy());
    } catch (Throwable own) { // no stack or memory left
      return new RetryCall(new InertCall(), List.of(), parts().busy());
    }
  }

  private CallHandling handling(
      Operation operation,
      Strategy strategy,
      @Nullable CallId id,
      Threading threading,
      OptionalLong start,
      Admission admission) {
    return operation.mode() == Operation.Mode.OBSERVE
        ? new ObservedCall(parts(), operation, strategy)
        : new LiveCall(parts(), operation, strategy, id, threading, start, admission);
  }

  private static final class AdmitsAll implements Admission {
    private static final Admission INSTANCE = new AdmitsAll();

    @Override
    public boolean admits() {
      return true;
    }
  }
}
