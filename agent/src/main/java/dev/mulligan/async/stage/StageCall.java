package dev.mulligan.async.stage;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.async.AttemptThreads;
import dev.mulligan.async.Form;
import dev.mulligan.async.Invocation;
import dev.mulligan.guard.AsyncExecution;
import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.guard.StageSide;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.task.CalledWith;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A call of a method that returns a {@link CompletionStage} or an equivalent future. */
public class StageCall extends StageSide<Object> {

  private final AsyncMethod method;
  private final Invocation invocation;

  StageCall(
      AsyncMethod method,
      Invocation invocation,
      AsyncExecution call,
      CompletableFuture<Object> promised) {
    super(call, promised);
    this.method = method;
    this.invocation = invocation;
  }

  /**
   * @param call has run its first attempt, or waits for it
   * @param first what the first attempt returned; null where it did not return
   * @throws IllegalStateException where a library lacks a needed method
   */
  public static StageCall of(
      AsyncMethod method, Invocation invocation, AsyncExecution call, @Nullable Object first) {
    return method.form() == Form.LISTENABLE
        ? new ListenableCall(method, invocation, call)
        : new StageCall(method, invocation, call, promise(first));
  }

  /**
   * Creates the future that the caller gets. An application's class creates its own kind; a JDK
   * subclass may not allow completion.
   */
  private static CompletableFuture<Object> promise(@Nullable Object first) {
    return first instanceof CompletableFuture<?> future
            && future.getClass().getClassLoader() != null
        ? future.newIncompleteFuture()
        : new CompletableFuture<>();
  }

  /** A cheap check whether the attempt has already succeeded, so that there is nothing to retry. */
  public static boolean hasSucceeded(
      Form form, @Nullable Object returned, GuardedOperation operation) {
    return returned == null
        || (form == Form.STAGE
            && returned.getClass() == CompletableFuture.class
            && hasSucceeded((CompletableFuture<?>) returned, operation));
  }

  private static boolean hasSucceeded(CompletableFuture<?> returned, GuardedOperation operation) {
    return returned.isDone()
        && !returned.isCompletedExceptionally()
        && !operation.isFailure(returned.getNow(null));
  }

  /** Whether the attempt has already failed when the method returns. */
  public static boolean hasFailed(Form form, Object returned) {
    return form == Form.STAGE
        && returned.getClass() == CompletableFuture.class
        && ((CompletableFuture<?>) returned).isCompletedExceptionally();
  }

  /**
   * What the method returns instead of what its body returned.
   *
   * @return null to return that unchanged
   */
  public final @Nullable Object replaceReturned(Object returned) {
    if (!isReturnable()) {
      forget();
      return null;
    }
    follow(asStage(returned));
    return isOverAtOnce() || method.operation().endsAsFirstAttempt() ? null : asReturned();
  }

  /**
   * Whether the call ended with its first attempt; without guards its result is that attempt's
   * result.
   */
  private boolean isOverAtOnce() {
    return promised().isDone() && invocation.attempt() == 1 && method.operation().isUnguarded();
  }

  /**
   * What the method returns instead of throwing what its body threw.
   *
   * @return null to throw that
   */
  public final @Nullable Object replaceThrown(Throwable thrown) {
    if (!isReturnable()) {
      forget();
      return null;
    }
    followThrown(thrown);
    return promised().isCompletedExceptionally() && failure() == thrown ? null : asReturned();
  }

  private @Nullable Throwable failure() {
    return promised().handle((value, failure) -> failure).getNow(null);
  }

  /** What the method returns while its first attempt waits. */
  public final Object resultWhileWaiting() {
    invocation.markNotRun();
    enterLater();
    return asReturned();
  }

  /** Whether the method may return the future of this call. */
  boolean isReturnable() {
    return invocation.returnType().isInstance(promised());
  }

  CompletionStage<?> asStage(Object returned) {
    return (CompletionStage<?>) returned;
  }

  /** What the method returns. */
  @SuppressWarnings("FutureReturnValueIgnored") // the caller gets it
  Object asReturned() {
    return promised();
  }

  @Override
  protected @Nullable CompletionStage<?> makeAttempt() throws Throwable {
    Object returned = invocation.run();
    return returned == null ? null : asStage(returned);
  }

  @Override
  protected Executor executor() {
    return AttemptThreads.of(promised());
  }

  @Override
  public CallId id() {
    return invocation.id(method.operation().engine());
  }

  @Override
  public @Nullable CalledWith calledWith() {
    return invocation.calledWith(method.operation());
  }

  @Override
  public void fallBack(@Nullable Object value, @Nullable Throwable failure) {
    Object returned;
    try {
      returned = method.fallback().call(invocation);
    } catch (Throwable thrown) {
      settle(null, thrown);
      return;
    }
    if (returned == null) {
      settle(value, failure);
    } else {
      settleWith(asStage(returned));
    }
  }
}
