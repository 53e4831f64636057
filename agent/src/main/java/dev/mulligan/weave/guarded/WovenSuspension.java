package dev.mulligan.weave.guarded;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.async.Invocation;
import dev.mulligan.async.suspend.SuspendCall;
import dev.mulligan.gate.Gate;
import dev.mulligan.weave.rewrite.Entrance;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** One call of a suspend function: the gate for the part that runs on its caller's thread. */
public final class WovenSuspension extends Gate {

  private final AsyncMethod method;
  private @Nullable SuspendCall call;

  public WovenSuspension(AsyncMethod method) {
    this.method = method;
  }

  /** The guards of a rule at a suspend function. */
  public static Entrance guards(AsyncMethod method) {
    StackCheck stack = new StackCheck();
    return self -> stack.mayEnter(method.operation()) ? new WovenSuspension(method) : null;
  }

  @Override
  protected @Nullable Object onInstead(
      Class<?> owner,
      @Nullable Object self,
      @Nullable Object continuation,
      MethodHandle again,
      @Nullable Object[] arguments) {
    if (continuation == null) {
      return null;
    }
    try {
      Invocation invocation = new Invocation(method.id(), owner, self, again, arguments);
      SuspendCall begun = new SuspendCall(method, invocation, continuation);
      Object entry = begun.enter();
      call = begun;
      return entry;
    } catch (Throwable own) {
      method.operation().ownFailure(own);
      return null;
    }
  }

  @Override
  protected @Nullable Object onThrown(
      int id, @Nullable Object self, Throwable thrown, @Nullable Object @Nullable [] arguments) {
    return call == null ? null : call.threw(thrown);
  }

  @Override
  protected @Nullable Object onReturned(
      int id,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Object @Nullable [] arguments) {
    return call == null ? null : call.returned(result);
  }

  /** Does nothing: calls in flight finish under this agent. */
  @Override
  public void leave() {}
}
