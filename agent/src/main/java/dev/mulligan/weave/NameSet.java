package dev.mulligan.weave;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A set of names that is asked with bytes of a class file, without making strings of them; how many
 * names it holds makes no difference. Names with {@code *} or letters outside of ASCII are judged
 * by what stands before: the set may say yes where an exact comparison says no, never the other way
 * round.
 */
final class NameSet {

  private final Table exact;
  private final Table prefixes;

  NameSet(Collection<String> names) {
    List<String> whole = new ArrayList<>();
    List<String> beginnings = new ArrayList<>();
    for (String name : names) {
      int certain = certainLength(name);
      if (certain == name.length()) {
        whole.add(name);
      } else {
        beginnings.add(name.substring(0, certain));
      }
    }
    exact = new Table(whole);
    prefixes = new Table(beginnings);
  }

  private static int certainLength(String name) {
    int length = 0;
    while (length < name.length() && name.charAt(length) != '*' && name.charAt(length) < 128) {
      length++;
    }
    return length;
  }

  boolean isEmpty() {
    return exact.isEmpty() && prefixes.isEmpty();
  }

  boolean contains(byte[] bytes, int from, int length) {
    if (prefixes.contains(bytes, from, 0, 0)) {
      return true;
    }
    int hash = 0;
    int last = Math.min(length, Math.max(exact.longest(), prefixes.longest()));
    for (int size = 1; size <= last; size++) {
      hash = 31 * hash + bytes[from + size - 1];
      if (prefixes.contains(bytes, from, size, hash)) {
        return true;
      }
    }
    return last == length && exact.contains(bytes, from, length, hash);
  }

  static boolean equals(String text, byte[] bytes, int from) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }

  /** Open addressing by {@link String#hashCode}. */
  private static final class Table {
    private final String[] slots;
    private final boolean[] hasLength;

    Table(List<String> names) {
      slots = new String[Integer.highestOneBit(Math.max(1, names.size())) * 4];
      int longest = -1;
      for (String name : names) {
        longest = Math.max(longest, name.length());
      }
      hasLength = new boolean[longest + 1];
      for (String name : names) {
        put(name);
      }
    }

    private void put(String name) {
      int slot = name.hashCode() & (slots.length - 1);
      while (slots[slot] != null && !slots[slot].equals(name)) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = name;
      hasLength[name.length()] = true;
    }

    boolean isEmpty() {
      return hasLength.length == 0;
    }

    /** In characters; -1 when empty. */
    int longest() {
      return hasLength.length - 1;
    }

    boolean contains(byte[] bytes, int from, int length, int hash) {
      if (length >= hasLength.length || !hasLength[length]) {
        return false;
      }
      int slot = hash & (slots.length - 1);
      while (slots[slot] != null) {
        if (slots[slot].length() == length && NameSet.equals(slots[slot], bytes, from)) {
          return true;
        }
        slot = (slot + 1) & (slots.length - 1);
      }
      return false;
    }
  }
}
