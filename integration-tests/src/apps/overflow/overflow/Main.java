package overflow;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets the stack of threads overflow in and around methods with rules, and uses these methods
 * afterwards.
 */
public final class Main {

  private static final long STACK_BYTES = 256 * 1024;
  private static final int INNOCENT_THREADS = 3;
  private static final long PATIENCE_SECONDS = 10;

  private Main() {}

  public static void main(String[] args) throws Exception {
    System.out.println("ready");
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(answer(line.split(" ")));
    }
  }

  private static String answer(String[] words) throws InterruptedException, IOException {
    switch (words[0]) {
      case "overflow":
        return overflow(kind(words[1]), work(words[2]), Integer.parseInt(words[3]));
      case "recurse":
        return recurse(Integer.parseInt(words[1]));
      case "use":
        return use(kind(words[1]), work(words[2]));
      default:
        return "unknown: " + words[0];
    }
  }

  private static Leaves.Kind kind(String name) {
    return Leaves.Kind.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Leaves.Work work(String name) {
    return Leaves.Work.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Each thread reaches the end of its stack at another place. */
  private static String overflow(Leaves.Kind kind, Leaves.Work work, int threads)
      throws InterruptedException {
    AtomicInteger overflows = new AtomicInteger();
    for (int i = 0; i < threads; i++) {
      int shift = i;
      runAndWait(
          () -> {
            try {
              shifted(shift, kind, work);
            } catch (StackOverflowError expected) {
              overflows.incrementAndGet();
            }
          });
    }
    return overflows + " overflows";
  }

  private static String recurse(int threads) throws InterruptedException {
    AtomicInteger overflows = new AtomicInteger();
    for (int i = 0; i < threads; i++) {
      runAndWait(
          () -> {
            try {
              Leaves.recursive(0);
            } catch (StackOverflowError expected) {
              overflows.incrementAndGet();
            } catch (IOException e) {
              throw new IllegalStateException(e);
            }
          });
    }
    return overflows + " overflows";
  }

  private static void runAndWait(Runnable task) throws InterruptedException {
    Thread thread = new Thread(null, task, "overflows", STACK_BYTES);
    thread.start();
    thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    if (thread.isAlive()) {
      throw new IllegalStateException("hangs");
    }
  }

  private static long shifted(int frames, Leaves.Kind kind, Leaves.Work work) {
    return frames == 0 ? descend(kind, work, 0) : 1 + shifted(frames - 1, kind, work);
  }

  private static long descend(Leaves.Kind kind, Leaves.Work work, long depth) {
    if (depth % work.depthsApart() == 0) {
      try {
        kind.call(work);
      } catch (IllegalStateException ofTheWork) {
        // It fails on purpose.
      }
    }
    return descend(kind, work, depth + 1) + 1;
  }

  /** What threads get that did nothing wrong. */
  private static String use(Leaves.Kind kind, Leaves.Work work) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(INNOCENT_THREADS);
    AtomicReference<String> worst = new AtomicReference<>("true");
    for (int i = 0; i < INNOCENT_THREADS; i++) {
      Thread innocent =
          new Thread(
              () -> {
                try {
                  kind.call(work);
                } catch (Throwable thrown) {
                  worst.set(String.valueOf(thrown));
                }
                done.countDown();
              });
      innocent.setDaemon(true);
      innocent.start();
    }
    return done.await(PATIENCE_SECONDS, TimeUnit.SECONDS) ? worst.get() : "hangs";
  }
}
