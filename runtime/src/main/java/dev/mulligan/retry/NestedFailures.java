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
 * <p>Tables of fixed size rather than thread locals: nothing stays behind in the application's
 * threads. An entry that is overwritten by another costs no more than the naive product. The
 * exceptions are held weakly: none is kept alive, and none is ever taken for another, as would
 * happen with identity hashes once in some two million failures.
 */
final class NestedFailures {

  private static final int SLOTS = 1_024;

  /** Of one thread, or of those that share its slot. */
  private static final int KEPT = 4;

  private static final long NOTIFIED = 1;

  /** What synchronous calls gave up on, by thread: found without the exception's hash. */
  private final AtomicReferenceArray<@Nullable Entry> ofThreads = new AtomicReferenceArray<>(SLOTS);

  /** What asynchronous calls gave up on, by the exception: it comes back on any thread. */
  private final AtomicReferenceArray<@Nullable Entry> ofAny = new AtomicReferenceArray<>(SLOTS);

  private volatile boolean hasAny;

  private static final class Entry extends WeakReference<Throwable> {
    private final long thread;

    /** The last bit says whether a notification was sent: one field less. */
    private final long nanosAndNotified;

    /** An earlier one of the same slot. */
    private @Nullable Entry before;

    Entry(Throwable thrown, long thread, long nanos, boolean notified, @Nullable Entry before) {
      super(thrown);
      this.thread = thread;
      this.nanosAndNotified = (nanos & ~NOTIFIED) | (notified ? NOTIFIED : 0);
      this.before = before;
    }

    boolean isAbout(Throwable thrown, long asking, long since) {
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
    if (thread == Threading.ANY_THREAD) {
      ofAny.set(slotOf(thrown), new Entry(thrown, thread, nanos, notified, null));
      hasAny = true;
      return;
    }
    int slot = slotOf(thread);
    Entry added = new Entry(thrown, thread, nanos, notified, ofThreads.get(slot));
    forgetOldest(added);
    ofThreads.set(slot, added);
  }

  private static void forgetOldest(Entry newest) {
    Entry at = newest;
    for (int kept = 1; kept < KEPT && at != null; kept++) {
      at = at.before;
    }
    if (at != null) {
      at.before = null;
    }
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
    Entry ofThisThread =
        thread == Threading.ANY_THREAD
            ? ofSomeThread(thrown, since)
            : among(ofThreads.get(slotOf(thread)), thrown, thread, since);
    return ofThisThread == null && hasAny
        ? among(ofAny.get(slotOf(thrown)), thrown, thread, since)
        : ofThisThread;
  }

  /** A future may have been failed by any of them. */
  private @Nullable Entry ofSomeThread(Throwable thrown, long since) {
    Entry found = null;
    for (int slot = 0; slot < SLOTS && found == null; slot++) {
      found = among(ofThreads.get(slot), thrown, Threading.ANY_THREAD, since);
    }
    return found;
  }

  private static @Nullable Entry among(
      @Nullable Entry newest, Throwable thrown, long thread, long since) {
    Entry at = newest;
    while (at != null && !at.isAbout(thrown, thread, since)) {
      at = at.before;
    }
    return at;
  }

  private static int slotOf(long thread) {
    return (int) thread & (SLOTS - 1);
  }

  private static int slotOf(Throwable thrown) {
    return System.identityHashCode(thrown) & (SLOTS - 1);
  }
}
