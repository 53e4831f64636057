package dev.mulligan.retry.nested;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What was given up on, by thread: the look-up needs no identity hash. Each thread writes its own
 * entries; threads with the same slot share them.
 */
final class ThreadTable {

  private static final int SLOTS = 1_024;

  /** Entries per thread, the newest first. */
  private static final int KEPT = 4;

  private final AtomicReferenceArray<@Nullable GivenUp> entries = new AtomicReferenceArray<>(SLOTS);

  /** Adds an entry of this thread. */
  void push(GivenUp added, long thread) {
    int first = firstSlotOf(thread);
    for (int slot = first + KEPT - 1; slot > first; slot--) {
      entries.setRelease(slot, entries.getPlain(slot - 1));
    }
    entries.setRelease(first, added);
  }

  /** Whether an entry of this thread still counts. */
  boolean hasOpen(long thread) {
    int first = firstSlotOf(thread);
    for (int slot = first; slot < first + KEPT; slot++) {
      GivenUp entry = entries.getAcquire(slot);
      if (entry != null && entry.isOpenOn((int) thread)) {
        return true;
      }
    }
    return false;
  }

  /** The newest entry of this thread that is behind an outcome: see {@link GivenUp#isBehind}. */
  @Nullable GivenUp findInside(
      long thread,
      @Nullable Object result,
      boolean returned,
      Threading threading,
      long start,
      long now) {
    int first = firstSlotOf(thread);
    for (int slot = first; slot < first + KEPT; slot++) {
      GivenUp entry = entries.getAcquire(slot);
      if (entry != null
          && entry.isOpenOn((int) thread)
          && entry.isBehind(result, returned, threading, start, now)) {
        return entry;
      }
    }
    return null;
  }

  /**
   * Whether an entry of this thread was made inside any call, so that its calls must be compared.
   */
  boolean hasInner(long thread, boolean returned, long since) {
    int first = firstSlotOf(thread);
    for (int slot = first; slot < first + KEPT; slot++) {
      GivenUp entry = entries.getAcquire(slot);
      if (entry != null
          && entry.isOpenOn((int) thread)
          && (returned || entry.isResult())
          && entry.isSince(since)
          && entry.isInsideCalls()) {
        return true;
      }
    }
    return false;
  }

  /** The newest entry of this thread that was made inside the innermost of these calls. */
  @Nullable GivenUp findInside(long thread, int[] calls, boolean returned, long since) {
    int first = firstSlotOf(thread);
    for (int slot = first; slot < first + KEPT; slot++) {
      GivenUp entry = entries.getAcquire(slot);
      if (entry != null
          && entry.isOpenOn((int) thread)
          && (returned || entry.isResult())
          && entry.isSince(since)
          && entry.isInside(calls)) {
        return entry;
      }
    }
    return null;
  }

  /** Ends the entries of this thread that were made inside the innermost of these calls. */
  void closeInside(long thread, int[] calls) {
    int first = firstSlotOf(thread);
    for (int slot = first; slot < first + KEPT; slot++) {
      GivenUp entry = entries.getAcquire(slot);
      if (entry != null && entry.isOpenOn((int) thread) && entry.isInside(calls)) {
        entry.close();
      }
    }
  }

  /** Whether the thread, or any thread, has an entry that is not older. */
  boolean hasSince(long thread, long since) {
    int end = endFor(thread);
    for (int slot = startFor(thread); slot < end; slot++) {
      GivenUp entry = entries.getAcquire(slot);
      if (entry != null && entry.isSince(since)) {
        return true;
      }
    }
    return false;
  }

  /** The entry of this very object of the thread, or of any thread. */
  @Nullable GivenUp find(Object failure, long thread, long since) {
    int end = endFor(thread);
    for (int slot = startFor(thread); slot < end; slot++) {
      GivenUp entry = entries.getAcquire(slot);
      if (entry != null && entry.isAbout(failure, (int) thread, since)) {
        return entry;
      }
    }
    return null;
  }

  private static int startFor(long thread) {
    return thread == Threading.ANY_THREAD ? 0 : firstSlotOf(thread);
  }

  private static int endFor(long thread) {
    return thread == Threading.ANY_THREAD ? SLOTS : firstSlotOf(thread) + KEPT;
  }

  private static int firstSlotOf(long thread) {
    return ((int) thread * KEPT) & (SLOTS - 1);
  }
}
