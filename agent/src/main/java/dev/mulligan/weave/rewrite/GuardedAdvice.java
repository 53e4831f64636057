package dev.mulligan.weave.rewrite;

import dev.mulligan.gate.Gate;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * Advice for synchronous methods whose rule has guards. It calls the gate before the body and after
 * each attempt; later attempts pass their guards inside that call.
 */
final class GuardedAdvice {

  private GuardedAdvice() {}

  /**
   * @return not null to skip the body
   */
  @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
  static @Nullable Object beforeCall(
      @MethodId int method,
      @Advice.This(optional = true) Object self,
      @Advice.Local("call") @Nullable Object call) {
    Object next = Gate.entered(method, self);
    if (next == null || next instanceof Gate) {
      call = next;
      return null;
    }
    return next;
  }

  @Advice.OnMethodExit(
      repeatOn = Advice.OnNonDefaultValue.class,
      onThrowable = Throwable.class,
      backupArguments = true)
  static @Nullable Object afterAttempt(
      @MethodId int method,
      @Advice.This(optional = true) Object self,
      @Advice.Enter @Nullable Object end,
      @Advice.Thrown(readOnly = false) @Nullable Throwable thrown,
      @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @JudgedResult @Nullable Object judged,
      @HasFallback boolean hasFallback,
      @FallbackCall @Nullable Object fallback,
      @CallArguments.Returned Object @Nullable [] arguments,
      @CallArguments.Failed Object @Nullable [] failed,
      @Advice.Local("call") @Nullable Object call) {
    Object next = end;
    if (next == null) {
      next =
          thrown == null
              ? Gate.returned(method, call, self, judged, arguments)
              : Gate.thrown(method, call, self, thrown, failed);
    }
    if (next == null) {
      return null;
    }
    if (next instanceof Gate) {
      call = next;
      return next;
    }
    if (next instanceof Throwable) {
      thrown = (Throwable) next;
    } else if (!(next instanceof Throwable[])) {
      thrown = null;
      result = ((Object[]) next)[0];
    } else if (hasFallback) {
      thrown = null;
      result = fallback;
    } else if (((Throwable[]) next).length > 0) {
      thrown = ((Throwable[]) next)[0];
    }
    return null;
  }
}
