package dev.mulligan.weave.rewrite;

import dev.mulligan.gate.Gate;
import java.lang.invoke.MethodHandle;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Advice for asynchronous methods whose rule has guards. At the entry, the gate returns null, or a
 * gate to pass to it after the body, or, in an array, the gate of a call whose body must not run
 * now; that gate provides what the method returns instead.
 */
final class AsyncGuardedAdvice {

  private AsyncGuardedAdvice() {}

  /**
   * @return not null to skip the body
   */
  @SuppressWarnings("UnusedVariable") // the call is read at the exit
  @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
  static @Nullable Object beforeCall(
      @MethodId int method,
      @Advice.Origin Class<?> owner,
      @Advice.This(optional = true) Object self,
      @Advice.SelfCallHandle(bound = false) MethodHandle again,
      @Advice.AllArguments Object[] arguments,
      @Advice.Local("call") @Nullable Object call) {
    Object next = Gate.entered(method, self);
    if (next instanceof Object[] waiting) {
      return Gate.instead(waiting[0], owner, self, null, again, arguments);
    }
    call = next;
    return null;
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class, backupArguments = true)
  static void afterAttempt(
      @MethodId int method,
      @Advice.Origin Class<?> owner,
      @Advice.This(optional = true) Object self,
      @Advice.Enter @Nullable Object replaced,
      @Advice.Thrown(readOnly = false) @Nullable Throwable thrown,
      @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.SelfCallHandle(bound = false) MethodHandle again,
      @Advice.AllArguments Object[] arguments,
      @Advice.Local("call") @Nullable Object call) {
    if (replaced != null) {
      result = replaced;
    } else {
      Object next =
          thrown == null
              ? Gate.returned(method, call, self, result, null)
              : Gate.thrown(method, call, self, thrown, null);
      if (next != null) {
        Object instead = Gate.instead(next, owner, self, result, again, arguments);
        if (instead != null) {
          result = instead;
          thrown = null;
        }
      }
    }
  }
}
