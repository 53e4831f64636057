package dev.mulligan;

import dev.mulligan.guard.AsyncExecution;
import dev.mulligan.guard.CompletionFailures;
import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.guard.StageSide;
import dev.mulligan.retry.failure.CallId;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Retries one call whose attempts return completion stages. */
final class StageCalls<T extends @Nullable Object> extends StageSide<T> {

  private final Retry retry;
  private final Supplier<? extends CompletionStage<T>> work;

  StageCalls(Retry retry, Supplier<? extends CompletionStage<T>> work) {
    super(new AsyncExecution(retry.guarded()), new CompletableFuture<>());
    this.retry = retry;
    this.work = work;
  }

  CompletableFuture<T> begin() {
    run();
    return promised();
  }

  @Override
  protected CompletionStage<?> makeAttempt() {
    return Objects.requireNonNull(work.get(), "the work returned null instead of a stage");
  }

  @Override
  protected Executor executor() {
    return retry.executor();
  }

  @Override
  public CallId id() {
    return retry.engine().newId();
  }

  @Override
  public void countSuccess(GuardedOperation operation) {
    retry.succeededAtOnce();
  }

  @Override
  protected Throwable failureOf(Throwable failure) {
    return CompletionFailures.unwrapped(failure);
  }

  @Override
  public Throwable failureBy(Throwable rejection) {
    return new RejectedExecutionException(
        "The executor of '"
            + retry.operation()
            + "' rejected another attempt: keep it running until its calls have ended, or use"
            + " another executor",
        rejection);
  }

  /** Completes the future directly: the library has no fallbacks. */
  @Override
  public void fallBack(@Nullable Object value, @Nullable Throwable failure) {
    settle(value, failure);
  }
}
