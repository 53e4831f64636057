package dev.mulligan.weave.rewrite;

import dev.mulligan.gate.Gate;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Advice around all attempts of a method whose class sees the API for querying the current attempt.
 * On the first attempt nothing else could distinguish a call from the previous one: both have the
 * same position in the stack.
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
