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
 * Retries calls of one operation. Immutable and thread-safe; create one instance for each operation
 * and keep it.
 *
 * <pre>{@code
 * Retry retry = Retry.apiCall("catalogue.price");
 * Price price = retry.call(() -> catalogue.price(article));
 * }</pre>
 *
 * <p>A call that finally fails ends with the exception of its last attempt, never wrapped, with the
 * earlier exceptions attached as suppressed; or with the last result. An interrupt ends the
 * back-off: the thread's flag stays set and the caller gets the last exception. Errors are retried
 * only if the strategy names them. On an event-loop thread (Netty, Vert.x, Reactor) calls are not
 * retried, because the back-off would block every other task of that thread: use {@link
 * #callAsync}.
 *
 * <p>The formulas of the delays are those of tenacity ({@code wait.py}). A call inside another one
 * is retried in the inner one only. {@link MulliganBuilder#budget} limits the retries of all calls
 * together, so that they do not make an outage worse; by default there is no such limit.
 */
public final class Retry {

  private final Mulligan mulligan;
  private final Operation operation;
  private final Strategy strategy;
  private final Executor executor;
  private final @Nullable ResultJudge judge;

  // Initialised at the first use. A race is harmless: two threads find or create equal objects.
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
   * Creates a retry for calls of remote services: 5 attempts; exponential back-off from 1 s, factor
   * 2, up to 30 s, with full jitter; honours {@code Retry-After} (RFC 9110 §10.2.3). Retries what
   * the common HTTP and RPC clients throw or return when another attempt may help: I/O failures,
   * time-outs, HTTP 408, 425, 429 and 5xx. Sends a task-failure alert when the attempts are used
   * up.
   *
   * @param operation the name in the log, in notifications and statistics, such as {@code
   *     catalogue.price}
   */
  public static Retry apiCall(String operation) {
    return extending("api-call", operation).build();
  }

  /**
   * Creates a retry for database work: 3 attempts; exponential back-off from 500 ms, factor 2, up
   * to 5 s. Retries lost connections, deadlocks, serialisation failures and the like. Sends no
   * notification.
   *
   * @param operation as above
   */
  public static Retry database(String operation) {
    return extending("database", operation).build();
  }

  /**
   * Creates a retry for webhook deliveries: 5 attempts within 10 minutes; random delays from 1 s to
   * an exponentially growing limit of at most 2 minutes. Retries the same failures as {@link
   * #apiCall}. Sends a webhook-failure alert when the attempts are used up.
   *
   * @param operation as above
   */
  public static Retry webhook(String operation) {
    return extending("webhook", operation).build();
  }

  /**
   * Creates a retry for work in this process, such as adding to a full cache or queue: 3 attempts;
   * exponential back-off from 1 s, factor 2, up to 10 s. Retries any {@link Exception}. Sends a
   * task-failure alert when the attempts are used up.
   *
   * @param operation as above
   */
  public static Retry memory(String operation) {
    return extending("memory", operation).build();
  }

  /**
   * Returns a builder for a custom strategy. It starts from: 3 attempts; exponential back-off from
   * 1 s, factor 2, up to 30 s, with full jitter; any {@link Exception} is retried; a task-failure
   * alert when the attempts are used up.
   *
   * @param operation as above
   */
  public static RetryBuilder builder(String operation) {
    return new RetryBuilder(operation, BuiltInStrategies.defaults(operation));
  }

  /**
   * Returns a builder that starts from a built-in strategy.
   *
   * @param strategy {@code api-call}, {@code database}, {@code webhook} or {@code memory}
   * @param operation as above
   * @throws IllegalArgumentException if there is no strategy of that name
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

  /** Returns a builder that starts from this retry's settings. */
  public RetryBuilder toBuilder() {
    return new RetryBuilder(operation.name(), strategy).with(mulligan).executor(executor);
  }

  /** Returns a copy with one more context entry for notifications, such as an order number. */
  public Retry with(String key, String value) {
    return toBuilder().context(key, value).build();
  }

  /**
   * Calls the work until it succeeds or the strategy allows no further attempt. Sleeps on this
   * thread during back-offs.
   *
   * @return the last attempt's result
   * @throws X of the last attempt
   */
  public <T extends @Nullable Object, X extends Exception> T call(Work<T, X> work) throws X {
    return SyncCalls.make(this, Objects.requireNonNull(work, "work"), null);
  }

  /**
   * Calls as {@link #call} does, and passes the number of each attempt to the work.
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
   * Calls as {@link #call} does, for work without a result.
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
   * Calls asynchronous work; no thread waits. The first attempt starts on this thread, further
   * attempts on the executor. An exception thrown instead of a returned stage counts as a failed
   * attempt.
   *
   * <p>Cancelling the returned future ends the back-off, and cancels the running attempt if it is a
   * {@link java.util.concurrent.Future}. If the executor rejects an attempt, the future fails with
   * that {@link RejectedExecutionException}, with the attempts' exceptions attached.
   *
   * @return a future that fails with the last attempt's own exception, without a {@link
   *     CompletionException} around it
   */
  public <T extends @Nullable Object> CompletableFuture<T> callAsync(
      Supplier<? extends CompletionStage<T>> work) {
    return new StageCalls<T>(this, Objects.requireNonNull(work, "work")).begin();
  }

  /**
   * Starts the first attempt of a call whose retry loop the application writes itself.
   *
   * @return the call's state, to be closed by the caller
   */
  public RetryManager begin() {
    return new RetryManager(this);
  }

  /** Returns the name of the operation. */
  public String operation() {
    return operation.name();
  }

  /** Returns the retry strategy. */
  public Strategy strategy() {
    return strategy;
  }

  /** Returns the statistics of this operation. */
  public RetryStatistics.Snapshot statistics() {
    return engine().statistics().of(operation).snapshot();
  }

  @Override
  public String toString() {
    return "Retry[" + operation.name() + ", " + strategy.name() + "]";
  }

  /** Returns a copy with another strategy. */
  Retry by(Strategy other) {
    return new Retry(mulligan, operation, other, executor);
  }

  public Mulligan mulligan() {
    return mulligan;
  }

  public RetryEngine engine() {
    return mulligan.engine();
  }

  /** Returns this operation as the asynchronous engine represents it, without guards. */
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

  /** Whether the strategy considers this exception retryable. */
  public boolean mayHelp(Throwable thrown) {
    return engine().judge(strategy, FailureKind.THROWN, thrown) == Judgement.RETRYABLE;
  }

  void succeededAtOnce() {
    if (mulligan.countsSuccesses()) {
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

  RetryCall beginCall(@Nullable CallId id, long start) {
    return engine().begin(operation, strategy, id, start, Admission.ALWAYS);
  }

  LoopCall beginLoop(CallId id, long start) {
    return engine().beginLoop(operation, strategy, id, start);
  }
}
