package dev.mulligan.weave;

import dev.mulligan.gate.Gate;
import dev.mulligan.retry.CallId;
import dev.mulligan.retry.CalledWith;
import dev.mulligan.retry.Operation;
import dev.mulligan.retry.RetryCall;
import dev.mulligan.retry.RetryEngine;
import org.jspecify.annotations.Nullable;

/** One call that is being retried: the gate of its further attempts. */
final class WovenCall extends Gate implements RunningCall {

  private final RetryEngine engine;
  private final ApiSight api;
  private final WovenMethod method;
  private final Binding binding;
  private final CallId id;
  private final RetryCall call;

  /** Begun at the method's entry, or else by this call. */
  private @Nullable Activation activation;

  private boolean beganLate;
  private int attempt = 1;

  WovenCall(RetryEngine engine, ApiSight api, WovenMethod method, Binding binding) {
    this.engine = engine;
    this.api = api;
    this.method = method;
    this.binding = binding;
    activation = Activation.ofFailing(method);
    id = activation == null ? engine.newId() : activation.id();
    call = engine.begin(binding.operation(), binding.strategy(), id);
  }

  @Override
  public CallId id() {
    return id;
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
      if (activation != null || api.isLoaded()) {
        begin(self).retry(this);
      }
      return this;
    }
    if (activation != null && beganLate) {
      activation.endLate();
    }
    return null;
  }

  private Activation begin(@Nullable Object self) {
    Activation begun = activation;
    if (begun == null) {
      begun = Activation.begin(engine, method, self);
      activation = begun;
      beganLate = true;
    }
    return begun;
  }

  /** Whoever takes over lets calls in flight end as they began. */
  @Override
  public void leave() {}
}
