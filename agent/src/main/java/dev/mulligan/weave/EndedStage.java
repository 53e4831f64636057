package dev.mulligan.weave;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.async.Invocation;
import dev.mulligan.async.StageCall;
import dev.mulligan.guard.AsyncExecution;
import dev.mulligan.guard.GuardedOperation;
import org.jspecify.annotations.Nullable;

/** The first attempt of a method that returns a future; or one that has to wait for a permit. */
final class EndedStage extends EndedAttempt {

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

  /** Of a call that nothing stands around. */
  static EndedStage unguarded(WovenMethod woven, AsyncMethod method, @Nullable Throwable thrown) {
    GuardedOperation operation = method.operation();
    AsyncExecution call = AsyncExecution.entered(operation, operation.engine().now());
    return new EndedStage(woven, method, call, thrown);
  }

  @Override
  @Nullable Object instead(@Nullable Object returned, Invocation invocation) {
    StageCall stages = StageCall.of(method(), invocation, call, returned);
    if (thrown != null) {
      return stages.insteadOfThrown(thrown);
    }
    return returned == null ? stages.insteadOfWaiting() : stages.insteadOf(returned);
  }

  @Override
  void forget() {
    call.forget();
  }
}
