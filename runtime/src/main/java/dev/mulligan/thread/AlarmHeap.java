package dev.mulligan.thread;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A binary heap of timer entries, the earliest first. Entries store their own position: the queues
 * of the JDK cannot remove an entry without a search or a further object. Not thread-safe.
 *
 * <p>A method either does its work or changes nothing, also at the end of the stack or the memory:
 * what moves entries calls no method and allocates nothing.
 */
final class AlarmHeap {

  private static final int SMALLEST = 16;

  private @Nullable Alarm[] alarms = new @Nullable Alarm[SMALLEST];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  @Nullable Alarm first() {
    return alarms[0];
  }

  void add(Alarm alarm) {
    if (size == alarms.length) {
      alarms = Arrays.copyOf(alarms, size * 2);
    }
    put(alarm, size, size + 1);
  }

  @Nullable Alarm removeFirst() {
    Alarm first = alarms[0];
    if (first != null) {
      remove(first);
    }
    return first;
  }

  boolean remove(Alarm alarm) {
    int place = alarm.place;
    if (place == Alarm.NOWHERE || alarms[place] != alarm) {
      return false;
    }
    Alarm last = alarms[size - 1];
    if (last == null || last == alarm) {
      size--;
      alarms[size] = null;
      alarm.place = Alarm.NOWHERE;
    } else {
      put(last, place, size - 1);
      alarm.place = Alarm.NOWHERE;
      alarms[size] = null;
    }
    shrink();
    return true;
  }

  /** Releases the memory after a burst of entries. */
  private void shrink() {
    if (alarms.length > SMALLEST && size < alarms.length / 4) {
      try {
        alarms = Arrays.copyOf(alarms, alarms.length / 2);
      } catch (StackOverflowError | OutOfMemoryError e) {
        // The next removal tries again.
      }
    }
  }

  /**
   * Puts an entry in the place of another, or in a free one, and moves what must be above or below.
   *
   * @param newSize of the heap
   */
  private void put(Alarm alarm, int from, int newSize) {
    Alarm[] all = alarms;
    size = newSize;
    int place = from;
    boolean moves = true;
    while (moves && place > 0) {
      int parent = (place - 1) / 2;
      Alarm above = all[parent];
      moves = above.due - alarm.due > 0;
      if (moves) {
        all[place] = above;
        above.place = place;
        place = parent;
      }
    }
    moves = true;
    while (moves && 2 * place + 1 < newSize) {
      int child = 2 * place + 1;
      if (child + 1 < newSize && all[child + 1].due - all[child].due < 0) {
        child++;
      }
      Alarm below = all[child];
      moves = below.due - alarm.due < 0;
      if (moves) {
        all[place] = below;
        below.place = place;
        place = child;
      }
    }
    all[place] = alarm;
    alarm.place = place;
  }
}
