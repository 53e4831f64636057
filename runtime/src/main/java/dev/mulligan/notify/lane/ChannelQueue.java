package dev.mulligan.notify.lane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * The queue of one channel. Only notifications in memory are limited in number: those in the outbox
 * have their own limit there. Not thread-safe.
 */
final class ChannelQueue {

  private final int memoryLimit;
  private final Queue<QueuedNotification> waiting = new ArrayDeque<>();
  private int stored;

  ChannelQueue(int memoryLimit) {
    this.memoryLimit = memoryLimit;
  }

  /** Adds a notification; returns false if there is no room. */
  boolean add(QueuedNotification queued) {
    if (!queued.isStored() && waiting.size() - stored >= memoryLimit) {
      return false;
    }
    waiting.add(queued);
    stored += queued.isStored() ? 1 : 0;
    return true;
  }

  Optional<QueuedNotification> take() {
    Optional<QueuedNotification> next = Optional.ofNullable(waiting.poll());
    stored -= next.isPresent() && next.get().isStored() ? 1 : 0;
    return next;
  }

  List<QueuedNotification> takeAll() {
    List<QueuedNotification> all = new ArrayList<>(waiting);
    waiting.clear();
    stored = 0;
    return all;
  }

  int size() {
    return waiting.size();
  }

  int stored() {
    return stored;
  }
}
