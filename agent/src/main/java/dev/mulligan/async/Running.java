package dev.mulligan.async;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Which methods a thread is calling again right now. A call of the same method from within is part
 * of that attempt, be it the method itself, a recursion or a super call.
 */
final class Running {

  /** Spares every other thread the look at its thread locals while nothing is called again. */
  private static final AtomicInteger THREADS = new AtomicInteger();

  private static final ThreadLocal<@Nullable Running> CURRENT = new ThreadLocal<>();

  private final int method;
  private final @Nullable Running outer;

  private Running(int method, @Nullable Running outer) {
    this.method = method;
    this.outer = outer;
  }

  static boolean isRunning(int method) {
    if (THREADS.get() == 0) {
      return false;
    }
    Running running = CURRENT.get();
    while (running != null && running.method != method) {
      running = running.outer;
    }
    return running != null;
  }

  /** To be left by the same thread. */
  static Running enter(int method) {
    Running entered = new Running(method, CURRENT.get());
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
