package dev.mulligan.retry;

import dev.mulligan.retry.inspect.CauseChain;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which exceptions a rule gave up on, so that no rule further out on the same thread, or
 * waiting for the same asynchronous result, repeats the call: three layers of four attempts would
 * send 64 requests (Google, Site Reliability Engineering, chapter 22).
 *
 * <p>Tables of fixed size rather than thread locals: nothing stays behind in the application's
 * threads. An entry that is overwritten by another costs no more than the naive product. The
 * exceptions are held weakly: none is kept alive, and none is ever taken for another, as would
 * happen with identity hashes once in some two million failures.
 */
final class NestedFailures {

  private static final int SLOTS = 1_024;

  /** Of one thread, or of those that share its slots, the newest first. */
  private static final int KEPT = 4;

  private static final long NOTIFIED = 1;

  /** What synchronous calls gave up on, by thread: found without the exception's hash. */
  private final AtomicReferenceArray<@Nullable Entry> ofThreads = new AtomicReferenceArray<>(SLOTS);

  /** What asynchronous calls gave up on, by the exception: it comes back on any thread. */
  private final AtomicReferenceArray<@Nullable Entry> ofAny = new AtomicReferenceArray<>(SLOTS);

  private volatile boolean hasAny;

  /** As small as can be: one is made for each call that is given up on. */
  private static final class Entry extends WeakReference<Throwable> {

    /** The lower half of its number, which tells threads apart well enough for a second. */
    private final int thread;

    /** The last bit says whether a notification was sent. */
    private final long nanosAndNotified;

    Entry(Throwable thrown, long thread, long nanos, boolean notified) {
      super(thrown);
      this.thread = (int) thread;
      this.nanosAndNotified = (nanos & ~NOTIFIED) | (notified ? NOTIFIED : 0);
    }

    boolean isAbout(Throwable thrown, int asking, long since) {
      return (nanosAndNotified | NOTIFIED) - since >= 0
          && Threading.mayBeTheSame(thread, asking)
          && refersTo(thrown);
    }

    boolean isNotified() {
      return (nanosAndNotified & NOTIFIED) != 0;
    }
  }

  /**
   * @param thread of {@link Threading#thread}
   */
  void add(Throwable thrown, long thread, long nanos, boolean notified) {
    Entry added = new Entry(thrown, thread, nanos, notified);
    if (thread == Threading.ANY_THREAD) {
      ofAny.set(slotOf(thrown), added);
      hasAny = true;
      return;
    }
    int first = firstSlotOf(thread);
    for (int slot = first + KEPT - 1; slot > first; slot--) {
      ofThreads.setRelease(slot, ofThreads.getPlain(slot - 1));
    }
    ofThreads.setRelease(first, added);
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
      Entry found = entry(at, thread, since);
      if (found != null) {
        return Optional.of(found.isNotified());
      }
      at = CauseChain.causeOf(at);
    }
    return Optional.empty();
  }

  private @Nullable Entry entry(Throwable thrown, long thread, long since) {
    int half = (int) thread;
    Entry ofThread =
        thread == Threading.ANY_THREAD // a future may have been failed by each of them
            ? among(0, SLOTS, thrown, half, since)
            : among(firstSlotOf(thread), KEPT, thrown, half, since);
    if (ofThread != null || !hasAny) {
      return ofThread;
    }
    Entry ofFuture = ofAny.get(slotOf(thrown));
    return ofFuture != null && ofFuture.isAbout(thrown, half, since) ? ofFuture : null;
  }

  private @Nullable Entry among(
      int firstSlot, int slots, Throwable thrown, int thread, long since) {
    for (int slot = firstSlot; slot < firstSlot + slots; slot++) {
      Entry entry = ofThreads.getAcquire(slot);
      if (entry != null && entry.isAbout(thrown, thread, since)) {
        return entry;
      }
    }
    return null;
  }

  private static int firstSlotOf(long thread) {
    return ((int) thread * KEPT) & (SLOTS - 1);
  }

  private static int slotOf(Throwable thrown) {
    return System.identityHashCode(thrown) & (SLOTS - 1);
  }
}
