package dev.mulligan.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name nearest to a misspelt one: "did you mean …?" */
public final class NearestName {

  private static final int MOST_EDITS = 3;
  private static final int SHORTEST_START = 3;

  private NearestName() {}

  /**
   * Finds the nearest name by Damerau-Levenshtein distance (optimal string alignment), ignoring
   * case and the characters {@code - _}. Accepts one edit per three letters, and at most three. If
   * no name is that near, returns one that begins with the written name.
   */
  public static Optional<String> of(String written, Collection<String> known) {
    String wanted = normal(written);
    int fewest = mostEdits(wanted) + 1;
    Optional<String> nearest = Optional.empty();
    for (String name : known) {
      String candidate = normal(name);
      int edits = Math.abs(candidate.length() - wanted.length());
      if (edits < fewest) {
        edits = edits(wanted, candidate);
      } else if (nearest.isEmpty() && isCutShort(wanted, candidate)) {
        nearest = Optional.of(name);
      }
      if (edits < fewest && edits < candidate.length()) {
        fewest = edits;
        nearest = Optional.of(name);
      }
    }
    return nearest;
  }

  /**
   * Finds the nearest class name. A class with the same simple name in another package comes before
   * a misspelling.
   *
   * @param known fully qualified names
   */
  public static Optional<String> ofClass(String written, Collection<String> known) {
    String simple = simpleName(written);
    int fewest = Integer.MAX_VALUE;
    Optional<String> nearest = Optional.empty();
    for (String name : known) {
      if (simpleName(name).equals(simple)) {
        int edits = edits(written, name);
        if (edits < fewest) {
          fewest = edits;
          nearest = Optional.of(name);
        }
      }
    }
    if (nearest.isPresent() || simple.length() < written.length()) {
      return nearest.isPresent() ? nearest : of(written, known);
    }
    return ofSimpleName(simple, known);
  }

  private static Optional<String> ofSimpleName(String simple, Collection<String> known) {
    int fewest = mostEdits(simple) + 1;
    Optional<String> nearest = Optional.empty();
    for (String name : known) {
      int edits = edits(simple, simpleName(name));
      if (edits < fewest) {
        fewest = edits;
        nearest = Optional.of(name);
      }
    }
    return nearest;
  }

  private static boolean isCutShort(String wanted, String candidate) {
    return wanted.length() >= SHORTEST_START && candidate.startsWith(wanted);
  }

  private static int mostEdits(String name) {
    return Math.min(MOST_EDITS, Math.max(1, name.length() / 3));
  }

  private static String simpleName(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }

  private static String normal(String name) {
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  private static int edits(String a, String b) {
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substituted, 1 + Math.min(previous[j], current[j - 1]));
        if (i > 1 && j > 1 && isSwap(a, i, b, j)) {
          current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
        }
      }
      int[] freed = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = freed;
    }
    return previous[b.length()];
  }

  private static boolean isSwap(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
