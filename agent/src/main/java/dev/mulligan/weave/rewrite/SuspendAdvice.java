package dev.mulligan.weave.rewrite;

import dev.mulligan.gate.Gate;
import java.lang.invoke.MethodHandle;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Advice for Kotlin's suspend functions. They get a continuation of the agent, which receives the
 * result of a suspended call first. A call that does not suspend ends when it returns. A call that
 * must wait for a permit suspends before its body.
 */
final class SuspendAdvice {

  private SuspendAdvice() {}

  /**
   * @return not null to skip the body: an array with what the function returns instead
   */
  @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
  static Object @Nullable [] beforeAttempt(
      @MethodId int method,
      @Advice.Origin Class<?> owner,
      @Advice.This(optional = true) Object self,
      @LastArgument Object continuation,
      @Advice.SelfCallHandle(bound = false) MethodHandle again,
      @Advice.AllArguments Object[] arguments,
      @Advice.Local("call") @Nullable Object call) {
    call = Gate.returned(method, null, self, continuation, null);
    if (call != null) {
      Object ours = Gate.instead(call, owner, self, continuation, again, arguments);
      if (ours == null) {
        call = null;
      } else if (ours instanceof Object[] returned) {
        return returned;
      } else {
        continuation = ours;
      }
    }
    return null;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, backupArguments = false)
  static void afterAttempt(
      @MethodId int method,
      @Advice.Enter Object @Nullable [] replaced,
      @Advice.Thrown(readOnly = false) @Nullable Throwable thrown,
      @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Local("call") @Nullable Object call) {
    if (replaced != null) {
      result = replaced[0];
    } else if (call != null) {
      Object instead =
          thrown == null
              ? Gate.returned(method, call, null, result, null)
              : Gate.thrown(method, call, null, thrown, null);
      if (instead != null) {
        result = instead;
        thrown = null;
      }
    }
  }
}
