package dev.mulligan.weave.method;

import dev.mulligan.async.Invocation;
import dev.mulligan.retry.RetryEngine;
import dev.mulligan.retry.strategy.Operation;
import dev.mulligan.thread.MulliganThread;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides whether a call is to be retried, or is part of another call that is. */
public final class Nesting {

  private final MethodTable table;
  private final CallStack stack;
  private final RetryEngine engine;

  public Nesting(MethodTable table, RetryEngine engine) {
    this.table = table;
    this.stack = new CallStack(table);
    this.engine = engine;
  }

  /**
   * Tells the woven methods that the current thread is in, the innermost first: null while no rule
   * has conditions on results.
   */
  public Supplier<int @Nullable []> calls() {
    return stack;
  }

  /** Whether to retry a failed call. */
  public boolean isToBeRetried(WovenMethod method, Operation operation, @Nullable Object self) {
    if (!table.mayBeInsideItself(method, self) && !engine.busyThreads().mayHoldCurrent()) {
      // Avoids the stack walk, which allocates some kilobytes.
      return !MulliganThread.isCurrent() && !Invocation.isRunning(method.id());
    }
    return isOutermost(method, operation);
  }

  /**
   * Whether the call is the outermost one of the method. It walks the whole stack, and so detects
   * recursion through other classes too: a call inside a call that holds a permit must not wait for
   * a permit.
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
