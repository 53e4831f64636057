package dev.mulligan;

import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.retry.Admission;
import dev.mulligan.retry.FailureKind;
import dev.mulligan.retry.Judgement;
import dev.mulligan.retry.LoopCall;
import dev.mulligan.retry.RetryCall;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.builtin.BuiltInStrategies;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.inspect.Lookups;
import dev.mulligan.retry.judge.ResultJudge;
import dev.mulligan.retry.statistics.RetryStatistics;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Retries calls of one operation. Immutable, for use by many threads; make one for each operation
 * and keep it.
 *
 * <pre>{@code
 * Retry retry = Retry.apiCall("catalogue.price");
 * Price price = retry.call(() -> catalogue.price(article));
 * }</pre>
 *
 * <p>A call that fails for good ends with its last attempt's own exception, never wrapped, to which
 * those before are attached as suppressed ones; or with the last result. An interrupt ends the
 * waiting: the thread's flag stays set and the caller gets the last exception. Errors are retried
 * only where the strategy names them. On an event-loop thread (Netty, Vert.x, Reactor) calls are
 * not retried, since waiting would hold up everything else there: use {@link #callAsync}.
 *
 * <p>The formulas of delays are those of tenacity ({@code wait.py}); a budget for the process (gRPC
 * A6) keeps retries from making an outage worse.
 */
public final class Retry {

  private final Mulligan mulligan;
  private final Operation operation;
  private final Strategy strategy;
  private final Executor executor;
  private final @Nullable ResultJudge judge;

  // Found or made when first needed; two threads find or make the same.
  private volatile @Nullable RetryStatistics counted;
  private volatile @Nullable GuardedOperation guarded;

  Retry(Mulligan mulligan, Operation operation, Strategy strategy, Executor executor) {
    this.mulligan = mulligan;
    this.operation = operation;
    this.strategy = strategy;
    this.executor = executor;
    this.judge =
        strategy.retryOnResult().isEmpty()
            ? null
            : new ResultJudge(strategy.retryOnResult(), Lookups.OWN);
  }

  /**
   * For calls of services: 5 attempts, exponential from 1 s by 2 up to 30 s with full jitter, after
   * what the common HTTP and RPC clients throw or return when another attempt may help (I/O
   * failures, time-outs, HTTP 408, 425, 429 and 5xx), not before a {@code Retry-After} (RFC 9110
   * §10.2.3); tells of a task failure.
   *
   * @param operation in the log, in notifications and in figures, such as {@code catalogue.price}
   */
  public static Retry apiCall(String operation) {
    return extending("api-call", operation).build();
  }

  /**
   * For databases: 3 attempts, exponential from 500 ms by 2 up to 5 s, after lost connections,
   * deadlocks, serialisation failures and the like; tells nobody.
   *
   * @param operation as above
   */
  public static Retry database(String operation) {
    return extending("database", operation).build();
  }

  /**
   * For deliveries of webhooks: 5 attempts within 10 minutes, a random time from 1 s to an
   * exponentially growing limit of 2 minutes at most, after the same failures as {@link #apiCall};
   * tells of a webhook failure.
   *
   * @param operation as above
   */
  public static Retry webhook(String operation) {
    return extending("webhook", operation).build();
  }

  /**
   * For work in this process, such as a cache or a queue that is full: 3 attempts, exponential from
   * 1 s by 2 up to 10 s, after any {@link Exception}; tells of a task failure.
   *
   * @param operation as above
   */
  public static Retry memory(String operation) {
    return extending("memory", operation).build();
  }

  /**
   * For a strategy of one's own, which starts from: 3 attempts, exponential from 1 s by 2 up to 30
   * s with full jitter, after any {@link Exception}; tells of a task failure.
   *
   * @param operation as above
   */
  public static RetryBuilder builder(String operation) {
    return new RetryBuilder(operation, BuiltInStrategies.defaults(operation));
  }

  /**
   * For a strategy that starts from a ready-made one.
   *
   * @param strategy {@code api-call}, {@code database}, {@code webhook} or {@code memory}
   * @param operation as above
   * @throws IllegalArgumentException when there is no strategy of that name
   */
  public static RetryBuilder extending(String strategy, String operation) {
    Strategy base =
        BuiltInStrategies.named(strategy)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no strategy '"
                            + strategy
                            + "', only "
                            + String.join(", ", BuiltInStrategies.names())));
    return new RetryBuilder(operation, base);
  }

  /** A builder that starts from this one. */
  public RetryBuilder toBuilder() {
    return new RetryBuilder(operation.name(), strategy).with(mulligan).executor(executor);
  }

  /** The same, with a word more that goes into notifications, such as an order's number. */
  public Retry with(String key, String value) {
    return toBuilder().context(key, value).build();
  }

  /**
   * Calls until it succeeds or the strategy says no; waits on this thread.
   *
   * @return the last attempt's result
   * @throws X of the last attempt
   */
  public <T extends @Nullable Object, X extends Exception> T call(Work<T, X> work) throws X {
    return SyncCalls.make(this, Objects.requireNonNull(work, "work"), null);
  }

  /**
   * The same for what wants to know the attempt.
   *
   * @throws X of the last attempt
   */
  public <T extends @Nullable Object, X extends Exception> T callAttempt(AttemptedWork<T, X> work)
      throws X {
    Objects.requireNonNull(work, "work");
    CallId id = engine().newId();
    return SyncCalls.make(this, new NumberedWork<>(work, id, operation.name()), id);
  }

  /**
   * The same for what returns nothing.
   *
   * @throws X of the last attempt
   */
  public <X extends Exception> void run(Action<X> action) throws X {
    Objects.requireNonNull(action, "action");
    Work<Boolean, X> work =
        () -> {
          action.run();
          return true;
        };
    call(work);
  }

  /**
   * Calls what is asynchronous; no thread waits. The first attempt begins on this thread, further
   * ones on the executor. What an attempt throws instead of returning counts as its failure.
   *
   * <p>Who cancels the returned future ends the waiting, and cancels the attempt under way where
   * that is a {@link java.util.concurrent.Future}. Should the executor reject an attempt, the
   * future fails with that {@link RejectedExecutionException}, to which the attempts' exceptions
   * are attached.
   *
   * @return fails with the last attempt's own exception, without a {@link CompletionException}
   *     around it
   */
  public <T extends @Nullable Object> CompletableFuture<T> callAsync(
      Supplier<? extends CompletionStage<T>> work) {
    return new StageCalls<T>(this, Objects.requireNonNull(work, "work")).begin();
  }

  /**
   * For a loop written by hand, whose first attempt begins now.
   *
   * @return to be closed
   */
  public RetryManager begin() {
    return new RetryManager(this);
  }

  /** The operation's name. */
  public String operation() {
    return operation.name();
  }

  /** How it is retried. */
  public Strategy strategy() {
    return strategy;
  }

  /** What has happened to this operation's calls. */
  public RetryStatistics.Snapshot statistics() {
    return engine().statistics().of(operation).snapshot();
  }

  @Override
  public String toString() {
    return "Retry[" + operation.name() + ", " + strategy.name() + "]";
  }

  /** As if it had been made with another strategy. */
  Retry by(Strategy other) {
    return new Retry(mulligan, operation, other, executor);
  }

  public Mulligan mulligan() {
    return mulligan;
  }

  public RetryEngine engine() {
    return mulligan.engine();
  }

  /** As an asynchronous call knows it. */
  GuardedOperation guarded() {
    GuardedOperation made = guarded;
    if (made == null) {
      made = GuardedOperation.unguarded(engine(), operation, strategy, judge != null);
      guarded = made;
    }
    return made;
  }

  Executor executor() {
    return executor;
  }

  public boolean isFailure(@Nullable Object result) {
    return judge != null && judge.suspects(result) && engine().retriesResult(strategy, result);
  }

  /** Whether another attempt after this may help. */
  public boolean mayHelp(Throwable thrown) {
    return engine().judge(strategy, FailureKind.THROWN, thrown) == Judgement.RETRYABLE;
  }

  void succeededAtOnce() {
    if (mulligan.wantsSuccesses()) {
      engine().succeeded(operation, strategy, null, counted());
    }
  }

  private RetryStatistics counted() {
    RetryStatistics found = counted;
    if (found == null) {
      found = engine().statistics().of(operation);
      counted = found;
    }
    return found;
  }

  RetryCall began(@Nullable CallId id, long start) {
    return engine().begin(operation, strategy, id, start, Admission.ALWAYS);
  }

  LoopCall beganLoop(CallId id, long start) {
    return engine().beginLoop(operation, strategy, id, start);
  }
}
