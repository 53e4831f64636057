package dev.mulligan.weave.scan;

import java.util.Arrays;

/**
 * A set of names, stored only as lengths and hashes. A lookup creates no object and takes the same
 * time for one name and for thousands. Two different names collide with a probability of one in
 * four billion. {@code .}, {@code /} and {@code $} count as the same character.
 */
final class NameHashes {

  static final int START = 0;

  private static final long FREE = -1;

  private long[] slots = {FREE, FREE};
  private boolean[] lengths = {};
  private int size;

  /** The hash of a name extended by one character. */
  static int next(int hash, char c) {
    return 31 * hash + (c == '/' || c == '$' ? '.' : c);
  }

  void add(String name) {
    add(name, name.length());
  }

  /** Adds a prefix of a name. */
  void add(String name, int length) {
    int hash = START;
    for (char c : name.substring(0, length).toCharArray()) {
      hash = next(hash, c);
    }
    if (length >= lengths.length) {
      lengths = Arrays.copyOf(lengths, length + 1);
    }
    lengths[length] = true;
    if (2 * ++size > slots.length) {
      grow();
    }
    put(slots, key(hash, length));
  }

  private void grow() {
    long[] larger = new long[4 * slots.length];
    Arrays.fill(larger, FREE);
    for (long key : slots) {
      if (key != FREE) {
        put(larger, key);
      }
    }
    slots = larger;
  }

  private static void put(long[] slots, long key) {
    int slot = slotOf(slots, key);
    while (slots[slot] != FREE && slots[slot] != key) {
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = key;
  }

  private static long key(int hash, int length) {
    return ((long) length << 32) | (hash & 0xffffffffL);
  }

  private static int slotOf(long[] slots, long key) {
    int mixed = (int) key * 0x9e3779b9;
    return ((mixed >>> 16) ^ mixed) & (slots.length - 1);
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The length of the longest name; -1 when there is none. */
  int longest() {
    return lengths.length - 1;
  }

  boolean contains(int hash, int length) {
    if (length >= lengths.length || !lengths[length]) {
      return false;
    }
    long key = key(hash, length);
    int slot = slotOf(slots, key);
    while (slots[slot] != FREE) {
      if (slots[slot] == key) {
        return true;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return false;
  }
}
