package dev.mulligan.weave.guarded;

import dev.mulligan.async.AsyncMethod;
import dev.mulligan.async.Invocation;
import dev.mulligan.gate.Gate;
import dev.mulligan.weave.method.Activation;
import dev.mulligan.weave.method.SubscribedAttempt;
import dev.mulligan.weave.method.WovenMethod;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * The ended first attempt of an asynchronous method: the gate that provides what the method returns
 * instead.
 */
abstract class EndedAttempt extends Gate {

  private final WovenMethod woven;
  private final AsyncMethod method;

  EndedAttempt(WovenMethod woven, AsyncMethod method) {
    this.woven = woven;
    this.method = method;
  }

  AsyncMethod method() {
    return method;
  }

  @Override
  protected final @Nullable Object onInstead(
      Class<?> owner,
      @Nullable Object self,
      @Nullable Object returned,
      MethodHandle again,
      @Nullable Object[] arguments) {
    try {
      return instead(returned, invocation(owner, self, again, arguments));
    } catch (Throwable own) {
      method.operation().ownFailure(own);
      forget();
      return null;
    }
  }

  private Invocation invocation(
      Class<?> owner, @Nullable Object self, MethodHandle again, @Nullable Object[] arguments) {
    Invocation invocation = new Invocation(woven.id(), owner, self, again, arguments);
    Activation asked = Activation.ofFailing(woven);
    if (asked != null) {
      invocation.identify(asked.id());
    }
    if (woven.isVisibleToSubscribers()) {
      invocation.useAttempts(SubscribedAttempt.of(method.operation().operation()));
    }
    return invocation;
  }

  /**
   * What the method returns instead of what its body returned or threw.
   *
   * @return null to return or throw that unchanged
   */
  abstract @Nullable Object instead(@Nullable Object returned, Invocation invocation);

  /** Ends the agent's part of the call; the application's result stays. */
  void forget() {}

  @Override
  protected final @Nullable Object onThrown(
      int id, @Nullable Object self, Throwable thrown, @Nullable Object @Nullable [] arguments) {
    return null;
  }

  @Override
  protected final @Nullable Object onReturned(
      int id,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Object @Nullable [] arguments) {
    return null;
  }

  /** Does nothing: calls in flight finish under this agent. */
  @Override
  public final void leave() {}
}
