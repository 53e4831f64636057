package dev.mulligan.weave.rewrite;

import dev.mulligan.gate.Gate;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Advice for methods that are retried only because of exceptions. For a successful call it only
 * tests one local against null and compares another with a static field that is null.
 */
final class ThrownAdvice {

  private ThrownAdvice() {}

  @Advice.OnMethodExit(
      repeatOn = Advice.OnNonDefaultValue.class,
      onThrowable = Throwable.class,
      backupArguments = true)
  static @Nullable Object afterAttempt(
      @MethodId int method,
      @Advice.This(optional = true) Object self,
      @Advice.Thrown @Nullable Throwable thrown,
      @CallArguments.Failed Object @Nullable [] arguments,
      @Advice.Local("call") @Nullable Object call) {
    if (thrown != null) {
      call = Gate.thrown(method, call, self, thrown, arguments);
      return call;
    }
    if (call != Gate.counting) { // both are normally null, and otherwise never equal
      Gate.returned(method, call, self, null, arguments);
    }
    return null;
  }
}
