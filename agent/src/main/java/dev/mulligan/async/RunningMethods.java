package dev.mulligan.async;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Which methods a thread is calling again right now. A call of the same method from within is part
 * of that attempt, be it the method itself, a recursion or a super call.
 */
final class RunningMethods {

  /** Spares every other thread the look at its thread locals while nothing is called again. */
  private static final AtomicInteger THREADS = new AtomicInteger();

  private static final ThreadLocal<@Nullable RunningMethods> CURRENT = new ThreadLocal<>();

  private final int method;
  private final Invocation invocation;
  private final @Nullable RunningMethods outer;

  private RunningMethods(int method, Invocation invocation, @Nullable RunningMethods outer) {
    this.method = method;
    this.invocation = invocation;
    this.outer = outer;
  }

  static boolean isRunning(int method) {
    return invocationOf(method) != null;
  }

  /** The innermost one of this method. */
  static @Nullable Invocation invocationOf(int method) {
    if (THREADS.get() == 0) {
      return null;
    }
    RunningMethods running = CURRENT.get();
    while (running != null && running.method != method) {
      running = running.outer;
    }
    return running == null ? null : running.invocation;
  }

  /** To be left by the same thread. */
  static RunningMethods enter(int method, Invocation invocation) {
    RunningMethods entered = new RunningMethods(method, invocation, CURRENT.get());
    THREADS.incrementAndGet();
    CURRENT.set(entered);
    return entered;
  }

  void leave() {
    THREADS.decrementAndGet();
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }
}
