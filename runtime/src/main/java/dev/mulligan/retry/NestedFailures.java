package dev.mulligan.retry;

import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which exceptions a rule gave up on, so that no rule further out on the same thread, or
 * waiting for the same asynchronous result, repeats the call: three layers of four attempts would
 * send 64 requests (Google, Site Reliability Engineering, chapter 22).
 *
 * <p>A table of fixed size rather than thread locals: nothing stays behind in the application's
 * threads. An entry that is overwritten by another costs no more than the naive product.
 */
final class NestedFailures {

  private static final int SLOTS = 1_024;

  private final AtomicReferenceArray<@Nullable GivenUp> slots = new AtomicReferenceArray<>(SLOTS);

  private static final class GivenUp extends WeakReference<Throwable> {
    private final long thread;
    private final long nanos;
    private final boolean notified;

    /**
     * @param nanos when it was given up
     */
    GivenUp(Throwable thrown, long thread, long nanos, boolean notified) {
      super(thrown);
      this.thread = thread;
      this.nanos = nanos;
      this.notified = notified;
    }
  }

  /**
   * @param thread of {@link Threading#thread}
   */
  void add(Throwable thrown, long thread, long nanos, boolean notified) {
    slots.set(slotOf(thrown), new GivenUp(thrown, thread, nanos, notified));
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
      GivenUp entry = slots.get(slotOf(at));
      if (entry != null && entry.refersTo(at) && isMeant(entry, thread, since)) {
        return Optional.of(entry.notified);
      }
      at = CauseChain.causeOf(at);
    }
    return Optional.empty();
  }

  private static boolean isMeant(GivenUp entry, long thread, long since) {
    return Threading.mayBeTheSame(entry.thread, thread) && entry.nanos - since >= 0;
  }

  private static int slotOf(Throwable thrown) {
    return System.identityHashCode(thrown) & (SLOTS - 1);
  }
}
