package dev.mulligan.weave.call;

import dev.mulligan.gate.Gate;
import dev.mulligan.retry.Admission;
import dev.mulligan.retry.RetryCall;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.failure.CallId;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.retry.task.CalledWith;
import dev.mulligan.weave.method.Binding;
import dev.mulligan.weave.method.CallContext;
import dev.mulligan.weave.method.RunningCall;
import dev.mulligan.weave.method.WovenMethod;
import org.jspecify.annotations.Nullable;

/**
 * One synchronous call that is being retried: the gate of its further attempts. After the call's
 * end the object is reused.
 */
final class WovenCall extends Gate implements RunningCall {

  private final RetryGate gate;
  private final CallContext context;
  private Binding binding;
  private RetryCall call;
  private int attempt = 1;

  WovenCall(RetryGate gate, WovenMethod method, Binding binding) {
    this.gate = gate;
    this.binding = binding;
    context = new CallContext(gate.engine(), method);
    call = begin();
  }

  /** Reuses the object for another call. */
  void restart(WovenMethod method, Binding anotherBinding) {
    binding = anotherBinding;
    attempt = 1;
    context.restart(method);
    if (!call.restart(binding.operation(), binding.strategy(), context.knownId())) {
      call = begin();
    }
  }

  private RetryCall begin() {
    return gate.engine()
        .begin(
            binding.operation(),
            binding.strategy(),
            context.knownId(),
            RetryEngine.START_UNSEEN,
            Admission.ALWAYS);
  }

  @Override
  public CallId id() {
    return call.id();
  }

  @Override
  public Operation operation() {
    return binding.operation();
  }

  @Override
  public int attempt() {
    return attempt;
  }

  @Override
  protected @Nullable Object onThrown(
      int methodId,
      @Nullable Object self,
      Throwable thrown,
      @Nullable Object @Nullable [] arguments) {
    identify(self, arguments);
    return next(call.failed(thrown), self);
  }

  @Override
  protected @Nullable Object onReturned(
      int methodId,
      @Nullable Object self,
      @Nullable Object result,
      @Nullable Object @Nullable [] arguments) {
    identify(self, arguments);
    if (binding.judge() != null) {
      return next(call.returned(result), self);
    }
    call.succeeded();
    return next(false, self);
  }

  /** Records the arguments at the first failure; they stay the same after it. */
  private void identify(@Nullable Object self, @Nullable Object @Nullable [] arguments) {
    if (attempt == 1) {
      CalledWith with = binding.calledWith(self, arguments);
      if (with != null) {
        call.calledWith(with);
      }
    }
  }

  private @Nullable Object next(boolean again, @Nullable Object self) {
    if (again) {
      attempt++;
      if (context.isKnown() || gate.api().isLoaded()) {
        context.retry(this, self);
      }
      return this;
    }
    context.end();
    gate.release(this);
    return null;
  }

  /** Does nothing: calls in flight finish under this agent after another has taken over. */
  @Override
  public void leave() {}
}
