package dev.mulligan.notify.channel;

import java.util.Collection;
import java.util.Optional;

/** The known name that a misspelt one was probably meant to be. */
final class NearestName {

  private static final int MOST_EDITS = 2;

  private NearestName() {}

  /** Empty when none is within {@value #MOST_EDITS} edits (Levenshtein). */
  static Optional<String> of(String written, Collection<String> known) {
    String nearest = "";
    int fewest = MOST_EDITS + 1;
    for (String name : known) {
      int edits = edits(written, name);
      if (edits < fewest && edits < name.length()) {
        fewest = edits;
        nearest = name;
      }
    }
    return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
