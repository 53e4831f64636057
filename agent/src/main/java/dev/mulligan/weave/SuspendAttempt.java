package dev.mulligan.weave;

import dev.mulligan.async.Invocation;
import dev.mulligan.async.SuspendCall;
import dev.mulligan.async.Terms;
import dev.mulligan.gate.Gate;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** The first attempt of a suspend function, from its entry on. */
final class SuspendAttempt extends Gate {

  private final int method;
  private final Terms terms;
  private @Nullable SuspendCall call;

  SuspendAttempt(int method, Terms terms) {
    this.method = method;
    this.terms = terms;
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
      Invocation invocation = new Invocation(method, owner, self, again, arguments);
      SuspendCall begun = SuspendCall.begin(method, terms, invocation, continuation);
      call = begun;
      return begun.continuation();
    } catch (Throwable own) {
      terms.ownFailure(own);
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

  /** As with every call in flight. */
  @Override
  public void leave() {}
}
