package dev.mulligan.retry.nested;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** What asynchronous calls gave up on, by identity hash: it may surface on any thread. */
final class IdentityTable {

  private static final int SLOTS = 1_024;

  private final AtomicReferenceArray<@Nullable GivenUp> entries = new AtomicReferenceArray<>(SLOTS);

  private volatile boolean used;

  void set(Object failure, GivenUp added) {
    entries.set(slotOf(failure), added);
    used = true;
  }

  boolean isUsed() {
    return used;
  }

  @Nullable GivenUp find(Object failure, long thread, long since) {
    GivenUp entry = used ? entries.get(slotOf(failure)) : null;
    return entry != null && entry.isAbout(failure, (int) thread, since) ? entry : null;
  }

  private static int slotOf(Object failure) {
    return System.identityHashCode(failure) & (SLOTS - 1);
  }
}
