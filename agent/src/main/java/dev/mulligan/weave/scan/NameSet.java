package dev.mulligan.weave.scan;

import java.util.Collection;

/**
 * A set of names, looked up by the bytes of a class file without creating strings; the time does
 * not depend on its size. It may report false positives, but no false negatives: of a name with
 * {@code *} or non-ASCII letters only the part before them counts, and {@link NameHashes} may
 * collide. A name that goes on with {@code -} or {@code $}, as Kotlin's do, is contained, too.
 */
final class NameSet {

  private final NameHashes exact = new NameHashes();
  private final NameHashes prefixes = new NameHashes();

  NameSet(Collection<String> names) {
    for (String name : names) {
      int certain = certainLength(name);
      (certain == name.length() ? exact : prefixes).add(name, certain);
    }
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
    if (prefixes.contains(NameHashes.START, 0)) {
      return true;
    }
    int hash = NameHashes.START;
    int last = Math.min(length, Math.max(exact.longest() + 1, prefixes.longest()));
    for (int size = 1; size <= last; size++) {
      byte next = bytes[from + size - 1];
      if ((next == '-' || next == '$') && exact.contains(hash, size - 1)) {
        return true; // Kotlin appends to names
      }
      hash = NameHashes.next(hash, (char) (next & 0xff));
      if (prefixes.contains(hash, size)) {
        return true;
      }
    }
    return last == length && exact.contains(hash, length);
  }
}
