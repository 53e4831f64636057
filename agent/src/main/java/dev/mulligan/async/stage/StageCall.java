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

/** A call of a method that returns a {@link CompletionStage}, or what is as good as one. */
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
   * @param call that has run its first attempt, or waits for it
   * @param first what the first attempt returned; null where it did not
   * @throws IllegalStateException where a library lacks what is needed
   */
  public static StageCall of(
      AsyncMethod method, Invocation invocation, AsyncExecution call, @Nullable Object first) {
    return method.form() == Form.LISTENABLE
        ? new ListenableCall(method, invocation, call)
        : new StageCall(method, invocation, call, promise(first));
  }

  /** A class of the application's own makes its equals; the JDK's may hide how to complete them. */
  private static CompletableFuture<Object> promise(@Nullable Object first) {
    return first instanceof CompletableFuture<?> future
            && future.getClass().getClassLoader() != null
        ? future.newIncompleteFuture()
        : new CompletableFuture<>();
  }

  /** Whether it is clear at once, for next to nothing, that there is nothing to retry. */
  public static boolean isFine(Form form, @Nullable Object returned, GuardedOperation operation) {
    return returned == null
        || (form == Form.STAGE
            && returned.getClass() == CompletableFuture.class
            && isFine((CompletableFuture<?>) returned, operation));
  }

  private static boolean isFine(CompletableFuture<?> returned, GuardedOperation operation) {
    return returned.isDone()
        && !returned.isCompletedExceptionally()
        && !operation.isFailure(returned.getNow(null));
  }

  /** Whether the attempt is known to have failed already, before its caller has it. */
  public static boolean isFailed(Form form, Object returned) {
    return form == Form.STAGE
        && returned.getClass() == CompletableFuture.class
        && ((CompletableFuture<?>) returned).isCompletedExceptionally();
  }

  /**
   * What the method returns in the place of what its body returned.
   *
   * @return null for that itself
   */
  public final @Nullable Object insteadOf(Object returned) {
    if (!isReturnable()) {
      forget();
      return null;
    }
    follow(asStage(returned));
    return isOverAtOnce() || method.operation().isObserved() ? null : asReturned();
  }

  /** Without guards such a call has come to what its first attempt came to. */
  private boolean isOverAtOnce() {
    return promised().isDone() && invocation.attempt() == 1 && method.operation().isUnguarded();
  }

  /**
   * What the method returns in the place of what its body threw.
   *
   * @return null to throw that
   */
  public final @Nullable Object insteadOfThrown(Throwable thrown) {
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

  /** What the method returns while its first attempt has yet to be made. */
  public final Object insteadOfWaiting() {
    invocation.beginUnrun();
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
    return invocation.calledWith(method.operation().strategy());
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
