package dev.mulligan.retry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A binary heap, the one that is due first on top. Not for several threads at once. */
final class WaitHeap {

  private static final int SMALLEST = 16;

  private @Nullable Wait[] waits = new @Nullable Wait[SMALLEST];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  @Nullable Wait first() {
    return waits[0];
  }

  void add(Wait wait) {
    if (size == waits.length) {
      waits = Arrays.copyOf(waits, size * 2);
    }
    rise(size++, wait);
  }

  @Nullable Wait removeFirst() {
    Wait first = waits[0];
    if (first != null) {
      remove(first);
    }
    return first;
  }

  boolean remove(Wait wait) {
    int place = wait.place;
    if (place == Wait.NOWHERE || waits[place] != wait) {
      return false;
    }
    wait.place = Wait.NOWHERE;
    Wait last = at(--size);
    waits[size] = null;
    if (last != wait) {
      sink(place, last);
      rise(last.place, last);
    }
    shrink();
    return true;
  }

  /** A storm that is over must not hold its memory. */
  private void shrink() {
    if (waits.length > SMALLEST && size < waits.length / 4) {
      waits = Arrays.copyOf(waits, waits.length / 2);
    }
  }

  private void rise(int from, Wait wait) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) / 2;
      Wait above = at(parent);
      if (above.due - wait.due <= 0) {
        break;
      }
      put(place, above);
      place = parent;
    }
    put(place, wait);
  }

  private void sink(int from, Wait wait) {
    int place = from;
    int child = smallerChild(place);
    while (child < size && at(child).due - wait.due < 0) {
      put(place, at(child));
      place = child;
      child = smallerChild(place);
    }
    put(place, wait);
  }

  private int smallerChild(int place) {
    int left = 2 * place + 1;
    int right = left + 1;
    return right < size && at(right).due - at(left).due < 0 ? right : left;
  }

  private void put(int place, Wait wait) {
    waits[place] = wait;
    wait.place = place;
  }

  private Wait at(int place) {
    Wait wait = waits[place];
    if (wait == null) {
      throw new IllegalStateException("a hole in the heap at " + place);
    }
    return wait;
  }
}
