package dev.mulligan.retry;

import dev.mulligan.retry.inspect.CauseChain;
import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the exceptions that a rule gave up on, so that no outer rule repeats the call. An outer
 * rule is one further up on the same thread, or one that waits for the same asynchronous result.
 * Without this, three layers of four attempts would send 64 requests (Google, Site Reliability
 * Engineering, chapter 22).
 *
 * <p>Uses tables of fixed size rather than thread locals, to leave nothing behind in the
 * application's threads. An overwritten entry costs at most one repeated retry. Exceptions are held
 * weakly, so that none is kept alive. References are compared, not identity hashes, which would
 * collide once in some two million failures.
 */
final class NestedFailures {

  private static final int SLOTS = 1_024;

  /** Entries per thread, the newest first; threads with the same slot share them. */
  private static final int KEPT = 4;

  private static final long NOTIFIED = 1;

  /** Exceptions of synchronous calls, by thread: the look-up needs no identity hash. */
  private final AtomicReferenceArray<@Nullable Entry> ofThreads = new AtomicReferenceArray<>(SLOTS);

  /** Exceptions of asynchronous calls, by identity hash: they may surface on any thread. */
  private final AtomicReferenceArray<@Nullable Entry> ofAny = new AtomicReferenceArray<>(SLOTS);

  private volatile boolean hasAny;

  /** An exception with its thread and time. Kept small, because each final failure creates one. */
  private static final class Entry extends WeakReference<Throwable> {

    /** The lower half of the thread's id, which distinguishes threads well enough for a second. */
    private final int thread;

    /** The time in nanoseconds; its lowest bit says whether a notification was sent. */
    private final long nanosAndNotified;

    Entry(Throwable thrown, long thread, long nanos, boolean notified) {
      super(thrown);
      this.thread = (int) thread;
      this.nanosAndNotified = (nanos & ~NOTIFIED) | (notified ? NOTIFIED : 0);
    }

    boolean isAbout(Throwable thrown, int asking, long since) {
      return isSince(since) && Threading.mayBeTheSame(thread, asking) && refersTo(thrown);
    }

    boolean isSince(long since) {
      return (nanosAndNotified | NOTIFIED) - since >= 0;
    }

    boolean isNotified() {
      return (nanosAndNotified & NOTIFIED) != 0;
    }
  }

  /**
   * Registers an exception that a rule gave up on.
   *
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
   * Finds the entry of an exception or of one of its causes.
   *
   * @param thread of {@link Threading#thread}
   * @param since older entries do not count, because an exception object may be thrown again
   * @return whether a notification was sent; empty if no rule has given up on it
   */
  Optional<Boolean> find(Throwable thrown, long thread, long since) {
    // Usually there is none, and the causes, which Throwable reads under a lock, need no look.
    if (!hasAny && !hasEntrySince(thread, since)) {
      return Optional.empty();
    }
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

  private boolean hasEntrySince(long thread, long since) {
    int first = firstSlotOf(thread);
    int end = first + KEPT;
    if (thread == Threading.ANY_THREAD) {
      first = 0;
      end = SLOTS;
    }
    for (int slot = first; slot < end; slot++) {
      Entry entry = ofThreads.getAcquire(slot);
      if (entry != null && entry.isSince(since)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Entry entry(Throwable thrown, long thread, long since) {
    int half = (int) thread;
    Entry ofThread =
        thread == Threading.ANY_THREAD // any thread may have failed a future
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
