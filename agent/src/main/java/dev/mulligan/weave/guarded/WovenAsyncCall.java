package dev.mulligan.weave.guarded;

import dev.mulligan.gate.Gate;
import dev.mulligan.guard.AsyncExecution;
import org.jspecify.annotations.Nullable;

/** One call of a guarded method that returns a future, while its body runs. */
final class WovenAsyncCall extends Gate {

  private final WovenAsyncGuard guard;
  private final AsyncExecution call;

  WovenAsyncCall(WovenAsyncGuard guard, AsyncExecution call) {
    this.guard = guard;
    this.call = call;
  }

  @Override
  protected @Nullable Object onThrown(
      int id, @Nullable Object self, Throwable thrown, @Nullable Object @Nullable [] arguments) {
    return guard.thrown(call, self, thrown);
  }

  @Override
  protected @Nullable Object onReturned(
      int id,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Object @Nullable [] arguments) {
    return guard.returned(call, result);
  }

  /** Does nothing: calls in flight finish under this agent. */
  @Override
  public void leave() {}
}
