package exhausted;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts threads until no more can be started. */
final class Threads {

  private List<Thread> held = new ArrayList<>();
  private CountDownLatch end = new CountDownLatch(1);

  String hold() {
    CountDownLatch untilThen = end;
    try {
      while (held.size() < 20_000) {
        Thread thread = new Thread(null, () -> await(untilThen), "held", 1 << 16);
        thread.setDaemon(true);
        thread.start();
        held.add(thread);
      }
      return "held too many threads without reaching the limit";
    } catch (OutOfMemoryError full) {
      return "held " + held.size() + " threads: " + full.getMessage();
    }
  }

  void release() {
    end.countDown();
    for (Thread thread : held) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    held = new ArrayList<>();
    end = new CountDownLatch(1);
  }

  /** Waits until a thread has ended. */
  static String await(String name) {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(name)) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return "no thread " + name;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      // The thread ends.
    }
  }
}
