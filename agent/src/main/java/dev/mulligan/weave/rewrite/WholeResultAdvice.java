package dev.mulligan.weave.rewrite;

import dev.mulligan.gate.Gate;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Advice for methods that return a whole number and whose rule has conditions on results; it boxes
 * only a result that may match.
 */
final class WholeResultAdvice {

  private WholeResultAdvice() {}

  @Advice.OnMethodExit(
      repeatOn = Advice.OnNonDefaultValue.class,
      onThrowable = Throwable.class,
      backupArguments = true)
  static @Nullable Object afterAttempt(
      @MethodId int method,
      @Advice.This(optional = true) Object self,
      @Advice.Thrown @Nullable Throwable thrown,
      @Advice.Return long result,
      @CallArguments.Failed Object @Nullable [] arguments,
      @Advice.Local("call") @Nullable Object call) {
    if (thrown != null) {
      call = Gate.thrown(method, call, self, thrown, arguments);
      return call;
    }
    if (call != Gate.counting || Gate.suspects(method, self, result)) {
      call = Gate.returned(method, call, self, result, arguments);
      return call;
    }
    return null;
  }
}
