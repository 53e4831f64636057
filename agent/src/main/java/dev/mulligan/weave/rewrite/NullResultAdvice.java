package dev.mulligan.weave.rewrite;

import dev.mulligan.gate.Gate;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Advice for methods of whose results only null is retried. For a successful call it only tests two
 * locals against null and compares a third with a static field that is null.
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
      @CallArguments.Failed Object @Nullable [] arguments,
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
