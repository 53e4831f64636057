package dev.mulligan.weave.rewrite;

import dev.mulligan.gate.Gate;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Inlined into methods that are retried because of exceptions alone. While all is well it tests one
 * local against null, another against a static field that is null, and leaves.
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
      @TaskArguments Object @Nullable [] arguments,
      @Advice.Local("call") @Nullable Object call) {
    if (thrown != null) {
      call = Gate.thrown(method, call, self, thrown, arguments);
      return call;
    }
    if (call != Gate.counting) { // both are null while all is well, and never the same otherwise
      Gate.returned(method, call, self, null, arguments);
    }
    return null;
  }
}
