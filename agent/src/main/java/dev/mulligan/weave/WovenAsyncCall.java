package dev.mulligan.weave;

import dev.mulligan.async.GuardedReplacement;
import dev.mulligan.async.Invocation;
import dev.mulligan.gate.Gate;
import dev.mulligan.guard.AsyncGuardedCall;
import dev.mulligan.retry.CalledWith;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** One call of a guarded asynchronous method, as far as it is on its caller's thread. */
final class WovenAsyncCall extends Gate {

  private final WovenAsyncGuard guard;
  private final AsyncGuardedCall call;
  private @Nullable Throwable thrown;

  WovenAsyncCall(WovenAsyncGuard guard, AsyncGuardedCall call) {
    this.guard = guard;
    this.call = call;
  }

  @Override
  protected @Nullable Object onThrown(
      int id, @Nullable Object self, Throwable byTheBody, @Nullable Object @Nullable [] arguments) {
    if (byTheBody instanceof StackOverflowError || !guard.getAsBoolean()) {
      call.forget();
      return null;
    }
    guard.failed(self);
    thrown = byTheBody;
    return this;
  }

  @Override
  protected @Nullable Object onReturned(
      int id,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Object @Nullable [] arguments) {
    if (guard.isFine(result) && call.endedAtOnce()) {
      return null;
    }
    if (result == null || guard.isPartOfAnother(result)) {
      call.forget();
      return null;
    }
    return this;
  }

  @Override
  protected @Nullable Object onInstead(
      Class<?> owner,
      @Nullable Object self,
      @Nullable Object returned,
      MethodHandle again,
      @Nullable Object[] arguments) {
    try {
      Invocation invocation = new Invocation(guard.method().id(), owner, self, again, arguments);
      CalledWith with = invocation.calledWith(guard.terms().strategy());
      if (with != null) {
        call.calledWith(with);
      }
      Activation asked = Activation.ofFailing(guard.method());
      if (asked != null) {
        invocation.identify(asked.id());
      }
      return instead(
          GuardedReplacement.of(guard.form(), guard.terms(), invocation, guard.fallback()),
          returned);
    } catch (Throwable own) {
      guard.terms().ownFailure(own);
      call.forget();
      return null;
    }
  }

  private @Nullable Object instead(GuardedReplacement replacement, @Nullable Object returned) {
    if (thrown != null) {
      return replacement.insteadOfThrown(call, thrown);
    }
    return returned == null
        ? replacement.insteadOfWaiting(call)
        : replacement.insteadOf(call, returned);
  }

  /** As with every call in flight. */
  @Override
  public void leave() {}
}
