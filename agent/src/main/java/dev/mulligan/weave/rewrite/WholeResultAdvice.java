package dev.mulligan.weave.rewrite;

import dev.mulligan.gate.Gate;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Inlined into methods that return a whole number to be judged: it is boxed under suspicion. */
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
      @TaskArguments Object @Nullable [] arguments,
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
