package dev.mulligan.weave.call;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Calls that are over, for use by others: where a service is down every call comes this way, and
 * the garbage of all of them would be one more burden. A few at most, and none holds anything of
 * the application's.
 */
final class CallPool<C> {

  private static final int SLOTS = 64;

  private final AtomicReferenceArray<@Nullable C> idle = new AtomicReferenceArray<>(SLOTS);

  /** Null when there is none. */
  @Nullable C take() {
    int slot = slot();
    return idle.get(slot) == null ? null : idle.getAndSet(slot, null);
  }

  void give(C call) {
    idle.set(slot(), call);
  }

  private static int slot() {
    return (int) Thread.currentThread().getId() & (SLOTS - 1);
  }
}
