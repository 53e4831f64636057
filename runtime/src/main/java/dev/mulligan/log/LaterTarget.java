package dev.mulligan.log;

import dev.mulligan.thread.MulliganThread;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes lines on a thread of its own, which ends when there are none: the threads that write them
 * may hold locks that the target needs, such as those of class loading.
 */
final class LaterTarget implements LogTarget {

  private static final int MOST_LINES = 1_000;

  private final Log log;
  private final Queue<Runnable> lines = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * @param log where the lines go in the end
   */
  LaterTarget(Log log) {
    this.log = log;
  }

  @Override
  public boolean write(Log.Level level, String message) {
    if (waiting.get() >= MOST_LINES) {
      return false;
    }
    lines.add(() -> log.writeClean(level, message));
    if (waiting.getAndIncrement() == 0) {
      try {
        MulliganThread.named("log", this::writeAll).start();
      } catch (OutOfMemoryError noMoreThreads) {
        lines.clear();
        waiting.set(0);
        return false;
      }
    }
    return true;
  }

  private static void write(Runnable line) {
    try {
      line.run();
    } catch (RuntimeException | Error lost) {
      // The next lines must not wait for ever.
    }
  }

  private void writeAll() {
    do {
      Runnable line = lines.poll();
      if (line != null) {
        write(line);
      }
    } while (waiting.decrementAndGet() > 0);
  }
}
