package dev.mulligan.async;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Tracks which methods a thread is repeating now. A nested call of the same method, such as a
 * recursion or a super call, belongs to that attempt.
 */
final class RunningMethods {

  /** Counts the threads that repeat a method; at 0, no thread needs to read its thread local. */
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

  /** The innermost running invocation of this method. */
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

  /** Enters an invocation; the same thread must leave it. */
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
