package dev.mulligan.retry;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Remembers which exceptions a rule gave up on, so that no rule further out on the same thread, or
 * waiting for the same asynchronous result, repeats the call: three layers of four attempts would
 * send 64 requests (Google, Site Reliability Engineering, chapter 22).
 *
 * <p>A table of fixed size rather than thread locals: nothing stays behind in the application's
 * threads. An entry that is overwritten by another costs no more than the naive product. Kept are
 * identity hashes, no references: nothing is allocated, and no exception is kept alive. Two
 * exceptions of one thread would have to share all 31 bits within a second to be taken for one.
 */
final class NestedFailures {

  private static final int SLOTS = 1_024;
  private static final long PRESENT = 1;
  private static final long NOTIFIED = 2;

  private final AtomicLongArray exceptions = new AtomicLongArray(SLOTS);
  private final AtomicLongArray threads = new AtomicLongArray(SLOTS);
  private final AtomicLongArray times = new AtomicLongArray(SLOTS);

  /**
   * @param thread of {@link Threading#thread}
   */
  void add(Throwable thrown, long thread, long nanos, boolean notified) {
    int slot = slotOf(thrown);
    exceptions.set(slot, 0); // what is half written fits nobody
    threads.set(slot, thread);
    times.set(slot, nanos);
    exceptions.set(slot, keyOf(thrown) | (notified ? NOTIFIED : 0));
  }

  /**
   * Looks for the exception, and for those that caused it.
   *
   * @param thread of {@link Threading#thread}
   * @param since entries that are older do not count: an exception object may be thrown again
   * @return whether a notification was sent; empty when nobody has given up on it
   */
  Optional<Boolean> find(Throwable thrown, long thread, long since) {
    Throwable at = thrown;
    for (int depth = 0; at != null && depth <= CauseChain.DEEPEST; depth++) {
      int slot = slotOf(at);
      long entry = exceptions.get(slot);
      if ((entry & ~NOTIFIED) == keyOf(at)
          && Threading.mayBeTheSame(threads.get(slot), thread)
          && times.get(slot) - since >= 0) {
        return Optional.of((entry & NOTIFIED) != 0);
      }
      at = CauseChain.causeOf(at);
    }
    return Optional.empty();
  }

  private static long keyOf(Throwable thrown) {
    return ((long) System.identityHashCode(thrown) << 2) | PRESENT;
  }

  private static int slotOf(Throwable thrown) {
    return System.identityHashCode(thrown) & (SLOTS - 1);
  }
}
