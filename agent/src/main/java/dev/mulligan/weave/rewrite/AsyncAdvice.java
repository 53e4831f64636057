package dev.mulligan.weave.rewrite;

import dev.mulligan.gate.Gate;
import java.lang.invoke.MethodHandle;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Advice for asynchronous methods. For a successful call it only calls the gate; it reads the
 * arguments and the method handle only when the agent must wait for the result.
 */
final class AsyncAdvice {

  private AsyncAdvice() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class, backupArguments = true)
  static void afterAttempt(
      @MethodId int method,
      @Advice.Origin Class<?> owner,
      @Advice.This(optional = true) Object self,
      @Advice.Thrown(readOnly = false) @Nullable Throwable thrown,
      @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.SelfCallHandle(bound = false) MethodHandle again,
      @Advice.AllArguments Object[] arguments) {
    Object call =
        thrown == null
            ? Gate.returned(method, null, self, result, null)
            : Gate.thrown(method, null, self, thrown, null);
    if (call != null) {
      Object instead = Gate.instead(call, owner, self, result, again, arguments);
      if (instead != null) {
        result = instead;
        thrown = null;
      }
    }
  }
}
