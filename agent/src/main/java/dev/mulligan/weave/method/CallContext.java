package dev.mulligan.weave.method;

import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.failure.CallId;
import org.jspecify.annotations.Nullable;

/** What the application may ask of one call that is retried, from its second attempt on. */
public final class CallContext {

  private final RetryEngine engine;
  private WovenMethod method;

  /** Begun at the method's entry, or else by the second attempt. */
  private @Nullable Activation activation;

  private boolean beganLate;

  /** Of the innermost call that runs on this thread. */
  public CallContext(RetryEngine engine, WovenMethod method) {
    this.engine = engine;
    this.method = method;
    activation = Activation.ofFailing(method);
  }

  /** Becomes that of another call; this one has ended. */
  public void restart(WovenMethod anotherMethod) {
    method = anotherMethod;
    activation = Activation.ofFailing(anotherMethod);
    beganLate = false;
  }

  /** Whether the method's entry was seen: the application may have asked already. */
  public boolean isKnown() {
    return activation != null;
  }

  /** What the application may have been told; null where it can't have asked. */
  @Nullable
  public CallId knownId() {
    return activation == null ? null : activation.id();
  }

  /** A further attempt begins. */
  public void retry(RunningCall call, @Nullable Object self) {
    Activation begun = activation;
    if (begun == null) {
      begun = Activation.begin(engine, method, self);
      activation = begun;
      beganLate = true;
    }
    begun.retry(call);
  }

  /** The call ends; nothing stays behind in its thread, nor here. */
  public void end() {
    Activation ending = activation;
    activation = null;
    if (ending != null && beganLate) {
      ending.endLate();
    }
  }
}
