package dev.mulligan.weave.rewrite;

import dev.mulligan.gate.Gate;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** Advice inside each attempt of methods with a JDBC connection or statement as a parameter. */
final class JdbcAdvice {

  private JdbcAdvice() {}

  @Advice.OnMethodExit(onThrowable = Throwable.class)
  static void afterAttempt(
      @MethodId int method,
      @Advice.This(optional = true) Object self,
      @JdbcArgument Object argument,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (thrown != null) {
      Gate.failedWith(method, self, argument);
    }
  }
}
