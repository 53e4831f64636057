package dev.mulligan.weave.guarded;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.async.Invocation;
import dev.mulligan.async.stage.StageCall;
import dev.mulligan.guard.AsyncExecution;
import dev.mulligan.guard.GuardedOperation;
import dev.mulligan.weave.method.WovenMethod;
import org.jspecify.annotations.Nullable;

/**
 * The ended first attempt of a method that returns a future, or a first attempt that waits for a
 * permit.
 */
public final class EndedStage extends EndedAttempt {

  private final AsyncExecution call;
  private final @Nullable Throwable thrown;

  /**
   * @param thrown null when the method's body returned, or has not run
   */
  EndedStage(
      WovenMethod woven, AsyncMethod method, AsyncExecution call, @Nullable Throwable thrown) {
    super(woven, method);
    this.call = call;
    this.thrown = thrown;
  }

  /** The attempt of a call without guards. */
  public static EndedStage unguarded(
      WovenMethod woven, AsyncMethod method, @Nullable Throwable thrown) {
    GuardedOperation operation = method.operation();
    AsyncExecution call = AsyncExecution.entered(operation, operation.engine().now());
    return new EndedStage(woven, method, call, thrown);
  }

  @Override
  @Nullable Object instead(@Nullable Object returned, Invocation invocation) {
    StageCall stages = StageCall.of(method(), invocation, call, returned);
    if (thrown != null) {
      return stages.replaceThrown(thrown);
    }
    return returned == null ? stages.resultWhileWaiting() : stages.replaceReturned(returned);
  }

  @Override
  void forget() {
    call.forget();
  }
}
