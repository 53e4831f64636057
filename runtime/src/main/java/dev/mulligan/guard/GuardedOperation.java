package dev.mulligan.guard;

import dev.mulligan.guard.limit.Guard;
import dev.mulligan.guard.limit.Verdict;
import dev.mulligan.retry.FailureKind;
import dev.mulligan.retry.Judgement;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.strategy.Strategy;
import dev.mulligan.retry.task.CalledWith;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A retried operation with its guards, and everything that its calls share. An operation without
 * guards is only retried.
 */
public final class GuardedOperation {

  private final RetryEngine engine;
  private final Stopwatch stopwatch;
  private final Guards guards;
  private final Operation operation;
  private final Strategy strategy;
  private final boolean judgesResults;
  private final Optional<Duration> timeout;
  private final TimeoutForm timeoutForm;
  private final MethodFallback substitute;
  private final boolean unguarded;

  /**
   * @param judgesResults whether to evaluate the strategy's conditions on results
   * @param timeout of each attempt; more than 0
   * @param timeoutForm the exception of a timed-out attempt
   */
  public GuardedOperation(
      GuardCatalog catalog,
      Guards guards,
      Operation operation,
      Strategy strategy,
      boolean judgesResults,
      Optional<Duration> timeout,
      TimeoutForm timeoutForm,
      MethodFallback substitute) {
    this.engine = catalog.engine();
    this.stopwatch = catalog.stopwatch();
    this.guards = guards;
    this.operation = operation;
    this.strategy = strategy;
    this.judgesResults = judgesResults;
    this.timeout = timeout;
    this.timeoutForm = timeoutForm;
    this.substitute = substitute;
    this.unguarded =
        guards.aroundCall().isEmpty()
            && guards.aroundAttempt().isEmpty()
            && timeout.isEmpty()
            && substitute instanceof MethodFallback.None;
  }

  private GuardedOperation(
      RetryEngine engine, Operation operation, Strategy strategy, boolean judgesResults) {
    this.engine = engine;
    this.stopwatch = new Stopwatch();
    this.guards = Guards.none();
    this.operation = operation;
    this.strategy = strategy;
    this.judgesResults = judgesResults;
    this.timeout = Optional.empty();
    this.timeoutForm = TimeoutForm.TIMEOUT;
    this.substitute = new MethodFallback.None();
    this.unguarded = true;
  }

  /**
   * Creates an operation without guards.
   *
   * @param judgesResults as above
   */
  public static GuardedOperation unguarded(
      RetryEngine engine, Operation operation, Strategy strategy, boolean judgesResults) {
    return new GuardedOperation(engine, operation, strategy, judgesResults);
  }

  /** Whether there are no guards: a call then always ends as its last attempt did. */
  public boolean isUnguarded() {
    return unguarded;
  }

  /** Whether calls are not retried, only counted. */
  public boolean isObserved() {
    return operation.mode() == Operation.Mode.OBSERVE;
  }

  /**
   * Whether every call whose attempt has started ends as that attempt does, so that an asynchronous
   * method can return the attempt's own future: nothing is repeated, timed or replaced.
   */
  public boolean endsAsFirstAttempt() {
    return isObserved()
        || (strategy.maxAttempts() == 1
            && timeout.isEmpty()
            && substitute instanceof MethodFallback.None);
  }

  /**
   * Whether every call needs a {@link GuardedCall} from its start, because a time limit or a permit
   * begins there.
   */
  public boolean needsCallFromTheStart() {
    return timeout.isPresent()
        || strategy.maxDuration().isPresent()
        || !(guards.aroundCall().isEmpty() || guards.aroundAttempt().isEmpty());
  }

  /** Whether a call that begins now holds something while its body runs: a permit, a time-out. */
  public boolean holdsSomething() {
    return timeout.isPresent()
        || guards.aroundCall().takesPermits()
        || guards.aroundAttempt().takesPermits();
  }

  /**
   * Acquires all permits if none requires waiting; allocates nothing. If it returns true, call
   * {@link #succeeded} afterwards, or report the end of the attempt to a {@link GuardedCall}.
   */
  public boolean tryEnter() {
    return guards.aroundCall().tryEnter() && guards.aroundAttempt().tryEnter();
  }

  /** Releases the permits of a call whose first attempt succeeded. */
  public void succeeded() {
    leave(Verdict.SUCCEEDED);
  }

  /** Releases the permits of a call that cannot go on. */
  public void giveBack() {
    leave(Verdict.NONE);
  }

  private void leave(Verdict verdict) {
    guards.aroundAttempt().leave(verdict);
    guards.aroundCall().leave(verdict);
  }

  /** Counts a call whose first attempt succeeded, for the retry budgets. */
  public void countSuccess() {
    countSuccess(null);
  }

  /**
   * Counts as {@link #countSuccess()} does.
   *
   * @param call the receiver and the arguments, if they are known
   */
  public void countSuccess(@Nullable CalledWith call) {
    if (!isObserved()) {
      engine.succeeded(operation, strategy, call, null);
    }
  }

  /** Whether a result counts as a failed attempt. */
  public boolean isFailure(@Nullable Object result) {
    return judgesResults && engine.retriesResult(strategy, result);
  }

  /** Whether to evaluate the strategy's conditions on results. */
  public boolean judgesResults() {
    return judgesResults;
  }

  /**
   * Evaluates the conditions for an exception. Methods that the conditions call are not retried.
   */
  public Judgement judge(Throwable thrown) {
    return engine
            .busyThreads()
            .ask(() -> engine.judge(strategy, FailureKind.THROWN, thrown) == Judgement.RETRYABLE)
        ? Judgement.RETRYABLE
        : Judgement.FINAL;
  }

  /** Logs an internal error; the call ends as it would without Mulligan. */
  public void ownFailure(Throwable failure) {
    engine.ownFailure(operation, failure);
  }

  /** Returns the receiver and the arguments; null if they are not needed. */
  public @Nullable CalledWith calledWith(
      @Nullable Object self, @Nullable Object @Nullable [] arguments) {
    return needsCalledWith()
        ? new CalledWith(self, arguments == null ? new Object[0] : arguments)
        : null;
  }

  /** Whether the receiver and the arguments of a call are needed after a failure. */
  public boolean needsCalledWith() {
    return strategy.onFailure().task().isPresent()
        || operation.replay() == Operation.Replay.UNKNOWN;
  }

  Throwable refusal(Guard by) {
    return new RejectedExecutionException(
        operation.name()
            + " was not called: "
            + by.refuse()
            + " (rule '"
            + operation.rule()
            + "')");
  }

  Throwable timeUp() {
    return timeoutForm.create(
        operation.name()
            + " took longer than "
            + HumanDuration.of(timeout.orElse(Duration.ZERO))
            + " (rule '"
            + operation.rule()
            + "')");
  }

  /** Whether each attempt has a time-out. */
  public boolean isTimed() {
    return timeout.isPresent();
  }

  Optional<Duration> timeout() {
    return timeout;
  }

  Optional<TimedAttempt> startTiming() {
    return timeout.isEmpty() ? Optional.empty() : stopwatch.start(timeout.get());
  }

  Guards guards() {
    return guards;
  }

  public RetryEngine engine() {
    return engine;
  }

  public Operation operation() {
    return operation;
  }

  public Strategy strategy() {
    return strategy;
  }

  MethodFallback substitute() {
    return substitute;
  }
}
