package context;

import java.lang.management.ManagementFactory;

/** What a call that goes well takes of the heap. */
final class Bytes {
  private static final int CALLS = 100_000;

  private Bytes() {}

  static String ofACall() {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    Flaky flaky = new Flaky(0);
    calls(flaky);
    long before = threads.getCurrentThreadAllocatedBytes();
    calls(flaky);
    long after = threads.getCurrentThreadAllocatedBytes();
    return String.valueOf(Math.round((after - before) / (double) CALLS));
  }

  private static void calls(Flaky flaky) {
    for (int i = 0; i < CALLS; i++) {
      flaky.idle();
    }
  }
}
