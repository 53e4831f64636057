package dev.mulligan.weave.scan;

import java.util.Arrays;

/**
 * Remembers names by length and hash alone, so that asking makes no object and costs the same for
 * one name and for thousands. Two names in four billion are taken for the same. How a name spells
 * packages and nested classes makes no difference: {@code .}, {@code /} and {@code $} are alike.
 */
final class NameHashes {

  static final int START = 0;

  private static final long FREE = -1;

  private long[] slots = {FREE, FREE};
  private boolean[] lengths = {};
  private int size;

  /** The hash of a name that is one character longer. */
  static int next(int hash, char c) {
    return 31 * hash + (c == '/' || c == '$' ? '.' : c);
  }

  void add(String name) {
    add(name, name.length());
  }

  /** Adds the beginning of a name. */
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

  /** The length of the longest name, -1 when there is none. */
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
