package dev.mulligan.guard;

import dev.mulligan.retry.CalledWith;
import dev.mulligan.retry.Operation;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.Strategy;
import dev.mulligan.text.HumanDuration;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A method whose calls are guarded, with all that its calls have in common. */
public final class GuardedOperation {

  private final GuardCatalog catalog;
  private final Guards guards;
  private final Operation operation;
  private final Strategy strategy;
  private final boolean judgesResults;
  private final Optional<Duration> timeout;
  private final TimeoutForm timeoutForm;
  private final Substitute substitute;

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
      Substitute substitute) {
    this.catalog = catalog;
    this.guards = guards;
    this.operation = operation;
    this.strategy = strategy;
    this.judgesResults = judgesResults;
    this.timeout = timeout;
    this.timeoutForm = timeoutForm;
    this.substitute = substitute;
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
    engine().succeeded(operation, strategy, call, null);
  }

  /** Whether a result counts as a failed attempt. */
  public boolean isFailure(@Nullable Object result) {
    return judgesResults && engine().retriesResult(strategy, result);
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
    return timeout.isEmpty() ? Optional.empty() : catalog.stopwatch().start(timeout.get());
  }

  Guards guards() {
    return guards;
  }

  RetryEngine engine() {
    return catalog.engine();
  }

  public Operation operation() {
    return operation;
  }

  Strategy strategy() {
    return strategy;
  }

  Substitute substitute() {
    return substitute;
  }
}
