package dev.mulligan.weave;

import dev.mulligan.retry.CallId;
import dev.mulligan.retry.RetryEngine;
import org.jspecify.annotations.Nullable;

/** What the application may ask of one call that is retried, from its second attempt on. */
final class CallContext {

  private final RetryEngine engine;
  private final WovenMethod method;
  private final CallId id;

  /** Begun at the method's entry, or else by the second attempt. */
  private @Nullable Activation activation;

  private boolean beganLate;

  /** Of the innermost call that runs on this thread. */
  CallContext(RetryEngine engine, WovenMethod method) {
    this.engine = engine;
    this.method = method;
    activation = Activation.ofFailing(method);
    id = activation == null ? engine.newId() : activation.id();
  }

  CallId id() {
    return id;
  }

  /** A further attempt begins. */
  void retry(RunningCall call, @Nullable Object self) {
    Activation begun = activation;
    if (begun == null) {
      begun = Activation.begin(engine, method, self);
      activation = begun;
      beganLate = true;
    }
    begun.retry(call);
  }

  /** The call ends; nothing stays behind in its thread. */
  void end() {
    if (activation != null && beganLate) {
      activation.endLate();
    }
  }
}
