package dev.mulligan.notify.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * What waits for one channel. Only what is in memory alone is limited in number: of what is in the
 * outbox a place is kept here, and the outbox has a limit of its own. Not safe for many threads.
 */
final class LaneQueue {

  private final int memoryLimit;
  private final Queue<Parcel> parcels = new ArrayDeque<>();
  private int stored;

  LaneQueue(int memoryLimit) {
    this.memoryLimit = memoryLimit;
  }

  /** False when there is no room. */
  boolean add(Parcel parcel) {
    if (!parcel.isStored() && parcels.size() - stored >= memoryLimit) {
      return false;
    }
    parcels.add(parcel);
    stored += parcel.isStored() ? 1 : 0;
    return true;
  }

  Optional<Parcel> take() {
    Optional<Parcel> next = Optional.ofNullable(parcels.poll());
    stored -= next.isPresent() && next.get().isStored() ? 1 : 0;
    return next;
  }

  List<Parcel> takeAll() {
    List<Parcel> all = new ArrayList<>(parcels);
    parcels.clear();
    stored = 0;
    return all;
  }

  int size() {
    return parcels.size();
  }

  int stored() {
    return stored;
  }
}
