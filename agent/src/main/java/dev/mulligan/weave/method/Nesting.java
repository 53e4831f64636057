package dev.mulligan.weave.method;

import dev.mulligan.async.Invocation;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.thread.MulliganThread;
import org.jspecify.annotations.Nullable;

/** Whether a call is one to be retried, or a part of one. */
public final class Nesting {

  private final MethodTable table;
  private final CallStack stack;
  private final RetryEngine engine;

  public Nesting(MethodTable table, RetryEngine engine) {
    this.table = table;
    this.stack = new CallStack(table);
    this.engine = engine;
  }

  /** Only for calls in which something went wrong. */
  public boolean isToBeRetried(WovenMethod method, Operation operation, @Nullable Object self) {
    if (!table.mayBeInsideItself(method, self) && !engine.busyThreads().mayHoldCurrent()) {
      // Spares the look at the stack, which costs some kilobytes.
      return !MulliganThread.isCurrent() && !Invocation.isRunning(method.id());
    }
    return isOutermost(method, operation);
  }

  /**
   * Looks at the whole stack, and so sees recursion through other classes too: a call inside of a
   * call that holds a permit must not wait for one.
   */
  public boolean isOutermost(WovenMethod method, Operation operation) {
    if (MulliganThread.isCurrent() || Invocation.isRunning(method.id())) {
      return false;
    }
    return switch (stack.placeOf(method)) {
      case OUTERMOST -> true;
      case INSIDE_SAME_METHOD -> engine.budgets().allowsNestedRetries(operation);
      case INSIDE_MULLIGAN -> false;
    };
  }
}
