package dev.mulligan.weave.rewrite;

import dev.mulligan.gate.Gate;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Inlined around all attempts of a method, where its class sees the API by which the application
 * asks for the attempt that it is in. On the first attempt there is nothing else that could tell
 * one call from the one before it: both stand in the same place of the stack.
 */
final class ContextAdvice {

  private ContextAdvice() {}

  @Advice.OnMethodEnter
  static @Nullable Runnable beforeAttempts(
      @MethodId int method, @Advice.This(optional = true) Object self) {
    return Gate.running(method, self);
  }

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void afterAttempts(@Advice.Enter @Nullable Runnable end) {
    if (end != null) {
      end.run();
    }
  }
}
