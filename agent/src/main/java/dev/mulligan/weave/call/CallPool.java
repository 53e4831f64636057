package dev.mulligan.weave.call;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A small pool of ended call objects for reuse. When a service is down, every call fails and needs
 * one; the pool avoids that garbage. A pooled call holds no object of the application.
 */
final class CallPool<C> {

  private static final int SLOTS = 64;

  private final AtomicReferenceArray<@Nullable C> idle = new AtomicReferenceArray<>(SLOTS);

  /** Takes a pooled call; null when there is none. */
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
