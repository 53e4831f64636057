package dev.mulligan.weave;

import dev.mulligan.gate.Gate;
import dev.mulligan.retry.CallId;
import dev.mulligan.retry.CalledWith;
import dev.mulligan.retry.Operation;
import dev.mulligan.retry.RetryCall;
import org.jspecify.annotations.Nullable;

/**
 * One call that is being retried: the gate of its further attempts. Once it is over it serves
 * another one.
 */
final class WovenCall extends Gate implements RunningCall {

  private final RetryGate gate;
  private WovenMethod method;
  private Binding binding;
  private RetryCall call;

  /** Begun at the method's entry, or else by this call. */
  private @Nullable Activation activation;

  private boolean beganLate;
  private int attempt = 1;

  WovenCall(RetryGate gate, WovenMethod method, Binding binding) {
    this.gate = gate;
    this.method = method;
    this.binding = binding;
    activation = Activation.ofFailing(method);
    call = begin();
  }

  /** Becomes another call. */
  void restart(WovenMethod anotherMethod, Binding anotherBinding) {
    method = anotherMethod;
    binding = anotherBinding;
    activation = Activation.ofFailing(anotherMethod);
    beganLate = false;
    attempt = 1;
    if (!call.restart(binding.operation(), binding.strategy(), knownId())) {
      call = begin();
    }
  }

  private RetryCall begin() {
    return gate.engine().begin(binding.operation(), binding.strategy(), knownId());
  }

  private @Nullable CallId knownId() {
    return activation == null ? null : activation.id();
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

  /** At the first failure: after it the arguments are the same. */
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
      if (activation != null || gate.api().isLoaded()) {
        retry(self);
      }
      return this;
    }
    Activation ending = activation;
    activation = null;
    if (ending != null && beganLate) {
      ending.endLate();
    }
    gate.over(this);
    return null;
  }

  private void retry(@Nullable Object self) {
    Activation begun = activation;
    if (begun == null) {
      begun = Activation.begin(gate.engine(), method, self);
      activation = begun;
      beganLate = true;
    }
    begun.retry(this);
  }

  /** Whoever takes over lets calls in flight end as they began. */
  @Override
  public void leave() {}
}
