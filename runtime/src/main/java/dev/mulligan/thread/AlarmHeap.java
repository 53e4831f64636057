package dev.mulligan.thread;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A binary heap of timer entries, the earliest first. Entries store their own position: the queues
 * of the JDK cannot remove an entry without a search or a further object. Not thread-safe.
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
    rise(size++, alarm);
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
    alarm.place = Alarm.NOWHERE;
    Alarm last = at(--size);
    alarms[size] = null;
    if (last != alarm) {
      sink(place, last);
      rise(last.place, last);
    }
    shrink();
    return true;
  }

  /** Releases the memory after a burst of entries. */
  private void shrink() {
    if (alarms.length > SMALLEST && size < alarms.length / 4) {
      alarms = Arrays.copyOf(alarms, alarms.length / 2);
    }
  }

  private void rise(int from, Alarm alarm) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) / 2;
      Alarm above = at(parent);
      if (above.due - alarm.due <= 0) {
        break;
      }
      put(place, above);
      place = parent;
    }
    put(place, alarm);
  }

  private void sink(int from, Alarm alarm) {
    int place = from;
    int child = smallerChild(place);
    while (child < size && at(child).due - alarm.due < 0) {
      put(place, at(child));
      place = child;
      child = smallerChild(place);
    }
    put(place, alarm);
  }

  private int smallerChild(int place) {
    int left = 2 * place + 1;
    int right = left + 1;
    return right < size && at(right).due - at(left).due < 0 ? right : left;
  }

  private void put(int place, Alarm alarm) {
    alarms[place] = alarm;
    alarm.place = place;
  }

  private Alarm at(int place) {
    Alarm alarm = alarms[place];
    if (alarm == null) {
      throw new IllegalStateException("a hole in the heap at " + place);
    }
    return alarm;
  }
}
