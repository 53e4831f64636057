package dev.mulligan.notify.lane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * What waits for one channel. Only what is in memory alone is limited in number: of what is in the
 * outbox a place is kept here, and the outbox has a limit of its own. Not safe for many threads.
 */
final class ChannelQueue {

  private final int memoryLimit;
  private final Queue<QueuedNotification> waiting = new ArrayDeque<>();
  private int stored;

  ChannelQueue(int memoryLimit) {
    this.memoryLimit = memoryLimit;
  }

  /** False when there is no room. */
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
