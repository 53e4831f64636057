package dev.mulligan.weave.method;

import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.failure.CallId;
import org.jspecify.annotations.Nullable;

/** The context of one retried call that the application may query, from its second attempt on. */
public final class CallContext {

  private final RetryEngine engine;
  private WovenMethod method;

  /** Created at the method's entry, otherwise by the second attempt. */
  private @Nullable Activation activation;

  private boolean beganLate;

  /** Creates the context of the innermost call on this thread. */
  public CallContext(RetryEngine engine, WovenMethod method) {
    this.engine = engine;
    this.method = method;
    activation = Activation.ofFailing(method);
  }

  /** Reuses the object for another call after this one has ended. */
  public void restart(WovenMethod anotherMethod) {
    method = anotherMethod;
    activation = Activation.ofFailing(anotherMethod);
    beganLate = false;
  }

  /**
   * Whether the method's entry was recorded, so that the application may have queried the call
   * already.
   */
  public boolean isKnown() {
    return activation != null;
  }

  /** The id that the application may already know; null where it cannot know it. */
  @Nullable
  public CallId knownId() {
    return activation == null ? null : activation.id();
  }

  /** Records that a further attempt begins. */
  public void retry(RunningCall call, @Nullable Object self) {
    Activation begun = activation;
    if (begun == null) {
      begun = Activation.begin(engine, method, self);
      activation = begun;
      beganLate = true;
    }
    begun.retry(call);
  }

  /** Ends the call and removes it from its thread and from this object. */
  public void end() {
    Activation ending = activation;
    activation = null;
    if (ending != null && beganLate) {
      ending.endLate();
    }
  }
}
