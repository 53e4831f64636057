package dev.mulligan.weave;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A set of names that is asked with bytes of a class file, without making strings of them. Names
 * with {@code *} or letters outside of ASCII are judged by what stands before: the set may say yes
 * where an exact comparison says no, never the other way round.
 */
final class NameSet {

  private final String[] table;
  private final List<String> prefixes;
  private final int shortest;
  private final int longest;

  NameSet(Collection<String> names) {
    List<String> exact = new ArrayList<>();
    prefixes = new ArrayList<>();
    int min = Integer.MAX_VALUE;
    int max = 0;
    for (String name : names) {
      int certain = certainLength(name);
      if (certain < name.length()) {
        prefixes.add(name.substring(0, certain));
      } else {
        exact.add(name);
        min = Math.min(min, name.length());
        max = Math.max(max, name.length());
      }
    }
    shortest = min;
    longest = max;
    table = new String[Integer.highestOneBit(Math.max(1, exact.size())) * 4];
    for (String name : exact) {
      put(name);
    }
  }

  private static int certainLength(String name) {
    int length = 0;
    while (length < name.length() && name.charAt(length) != '*' && name.charAt(length) < 128) {
      length++;
    }
    return length;
  }

  private void put(String name) {
    int slot = name.hashCode() & (table.length - 1);
    while (table[slot] != null && !table[slot].equals(name)) {
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = name;
  }

  boolean isEmpty() {
    return longest == 0 && prefixes.isEmpty();
  }

  boolean contains(byte[] bytes, int from, int length) {
    return containsExact(bytes, from, length) || containsPrefix(bytes, from, length);
  }

  private boolean containsExact(byte[] bytes, int from, int length) {
    if (length < shortest || length > longest) {
      return false;
    }
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    int slot = hash & (table.length - 1);
    while (table[slot] != null) {
      if (table[slot].length() == length && equals(table[slot], bytes, from)) {
        return true;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    return false;
  }

  private boolean containsPrefix(byte[] bytes, int from, int length) {
    for (int i = 0; i < prefixes.size(); i++) {
      String prefix = prefixes.get(i);
      if (prefix.length() <= length && equals(prefix, bytes, from)) {
        return true;
      }
    }
    return false;
  }

  static boolean equals(String text, byte[] bytes, int from) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}
