package dev.mulligan.weave.rewrite;

import dev.mulligan.gate.Gate;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/** Advice for methods whose rule has conditions on results. */
final class ResultAdvice {

  private ResultAdvice() {}

  @Advice.OnMethodExit(
      repeatOn = Advice.OnNonDefaultValue.class,
      onThrowable = Throwable.class,
      backupArguments = true)
  static @Nullable Object afterAttempt(
      @MethodId int method,
      @Advice.This(optional = true) Object self,
      @Advice.Thrown @Nullable Throwable thrown,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @CallArguments.Returned Object @Nullable [] arguments,
      @CallArguments.Failed Object @Nullable [] failed,
      @Advice.Local("call") @Nullable Object call) {
    call =
        thrown == null
            ? Gate.returned(method, call, self, result, arguments)
            : Gate.thrown(method, call, self, thrown, failed);
    return call;
  }
}
