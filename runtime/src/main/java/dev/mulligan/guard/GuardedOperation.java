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
 * What is retried and what stands around it, with all that its calls have in common. An operation
 * that is only retried is one with nothing around it.
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
   * @param judgesResults whether the strategy's conditions on results are asked
   * @param timeout of each attempt; more than 0
   * @param timeoutForm what the method throws then
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
   * An operation that is only retried.
   *
   * @param judgesResults as above
   */
  public static GuardedOperation unguarded(
      RetryEngine engine, Operation operation, Strategy strategy, boolean judgesResults) {
    return new GuardedOperation(engine, operation, strategy, judgesResults);
  }

  /** Whether it is only retried: what a call comes to is what its last attempt came to. */
  public boolean isUnguarded() {
    return unguarded;
  }

  /** Whether its calls are not retried, only counted. */
  public boolean isObserved() {
    return operation.mode() == Operation.Mode.OBSERVE;
  }

  /**
   * Whether every call needs a {@link GuardedCall} from its start: where time counts from there.
   */
  public boolean needsCallFromTheStart() {
    return timeout.isPresent()
        || strategy.maxDuration().isPresent()
        || !(guards.aroundCall().isEmpty() || guards.aroundAttempt().isEmpty());
  }

  /**
   * Enters a call that has nothing to wait for; allocates nothing. Where it says yes, {@link
   * #succeeded} must follow, or the end of the attempt told to a {@link GuardedCall}.
   */
  public boolean tryEnter() {
    return guards.aroundCall().tryEnter() && guards.aroundAttempt().tryEnter();
  }

  /** A call that was entered at once has returned, with its first attempt. */
  public void succeeded() {
    guards.aroundAttempt().leave(Verdict.SUCCEEDED);
    guards.aroundCall().leave(Verdict.SUCCEEDED);
  }

  /** For the retry budgets; of a call whose first attempt succeeded. */
  public void countSuccess() {
    countSuccess(null);
  }

  /**
   * The same.
   *
   * @param call what the method was called with, where that is known
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

  /** Whether the strategy's conditions on results are asked. */
  public boolean judgesResults() {
    return judgesResults;
  }

  /** Whether an exception is a failure. What the conditions call meanwhile is not retried. */
  public Judgement judge(Throwable thrown) {
    return engine
            .busyThreads()
            .ask(() -> engine.judge(strategy, FailureKind.THROWN, thrown) == Judgement.RETRYABLE)
        ? Judgement.RETRYABLE
        : Judgement.FINAL;
  }

  /** Something of this product went wrong with a call, which ends as it would without us. */
  public void ownFailure(Throwable failure) {
    engine.ownFailure(operation, failure);
  }

  /** Null where the strategy does not want to know what a method was called with. */
  public @Nullable CalledWith calledWith(
      @Nullable Object self, @Nullable Object @Nullable [] arguments) {
    return strategy.onFailure().task().isEmpty()
        ? null
        : new CalledWith(self, arguments == null ? new Object[0] : arguments);
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

  /** Whether each attempt has a time limit. */
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
