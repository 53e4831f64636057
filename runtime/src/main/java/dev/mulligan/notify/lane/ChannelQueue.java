package dev.mulligan.notify.lane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The queue of one channel. Only notifications in memory are limited in number: those in the outbox
 * have their own limit there. Not thread-safe.
 */
final class ChannelQueue {

  private final int memoryLimit;

  // Each in the order of the numbers.
  private final Deque<Waiting> stored = new ArrayDeque<>();
  private final Deque<Waiting> inMemory = new ArrayDeque<>();
  private long lastNumber;

  /** A notification and its place in the common order. */
  private record Waiting(long number, QueuedNotification queued) {}

  ChannelQueue(int memoryLimit) {
    this.memoryLimit = memoryLimit;
  }

  /**
   * Adds a notification at the end.
   *
   * @return the oldest one in memory, if there is no room for both
   */
  Optional<QueuedNotification> add(QueuedNotification queued) {
    boolean isFull = !queued.isStored() && inMemory.size() >= memoryLimit;
    Optional<QueuedNotification> oldest =
        isFull ? Optional.of(inMemory.remove().queued()) : Optional.empty();
    append(queued);
    return oldest;
  }

  /**
   * Adds a notification that was taken before at the end, and moves the other ones of its incident
   * behind it: those of one incident keep their order. They are removed last: if the memory is used
   * up meanwhile, one may be sent twice, but none is lost.
   */
  void putBack(QueuedNotification queued) {
    int incident = queued.incident();
    List<Waiting> later = new ArrayList<>();
    addOf(incident, stored, later);
    addOf(incident, inMemory, later);
    later.sort(Comparator.comparingLong(Waiting::number));
    long last = lastNumber;
    append(queued);
    for (Waiting waiting : later) {
      append(waiting.queued());
    }
    removeOf(incident, stored, last);
    removeOf(incident, inMemory, last);
  }

  Optional<QueuedNotification> take() {
    return Optional.ofNullable(first().poll()).map(Waiting::queued);
  }

  Optional<QueuedNotification> peek() {
    return Optional.ofNullable(first().peek()).map(Waiting::queued);
  }

  List<QueuedNotification> takeAll() {
    List<QueuedNotification> all = new ArrayList<>(size());
    for (Optional<QueuedNotification> next = take(); next.isPresent(); next = take()) {
      all.add(next.get());
    }
    return all;
  }

  int size() {
    return stored.size() + inMemory.size();
  }

  int stored() {
    return stored.size();
  }

  /** Returns the queue whose head is the next one. */
  private Deque<Waiting> first() {
    @Nullable Waiting onDisk = stored.peek();
    @Nullable Waiting other = inMemory.peek();
    boolean isOther = onDisk == null || (other != null && other.number() < onDisk.number());
    return isOther ? inMemory : stored;
  }

  private void append(QueuedNotification queued) {
    lastNumber++;
    (queued.isStored() ? stored : inMemory).add(new Waiting(lastNumber, queued));
  }

  private static void addOf(int incident, Deque<Waiting> from, List<Waiting> to) {
    for (Waiting waiting : from) {
      if (waiting.queued().incident() == incident) {
        to.add(waiting);
      }
    }
  }

  private static void removeOf(int incident, Deque<Waiting> from, long last) {
    Iterator<Waiting> all = from.iterator();
    while (all.hasNext()) {
      Waiting waiting = all.next();
      if (waiting.number() <= last && waiting.queued().incident() == incident) {
        all.remove();
      }
    }
  }
}
