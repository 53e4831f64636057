package dev.mulligan.weave.rewrite;

import dev.mulligan.gate.Gate;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Inlined into methods of which only null is a result to retry. While all is well it tests two
 * locals against null, another against a static field that is null, and leaves.
 */
final class NullResultAdvice {

  private NullResultAdvice() {}

  @Advice.OnMethodExit(
      repeatOn = Advice.OnNonDefaultValue.class,
      onThrowable = Throwable.class,
      backupArguments = true)
  static @Nullable Object afterAttempt(
      @MethodId int method,
      @Advice.This(optional = true) Object self,
      @Advice.Thrown @Nullable Throwable thrown,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @TaskArguments Object @Nullable [] arguments,
      @Advice.Local("call") @Nullable Object call) {
    if (thrown != null) {
      call = Gate.thrown(method, call, self, thrown, arguments);
      return call;
    }
    if (result == null || call != Gate.counting) {
      call = Gate.returned(method, call, self, result, arguments);
      return call;
    }
    return null;
  }
}
