package dev.mulligan.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a rule does with the methods that it owns. */
public enum Mode {
  /** Retries them. */
  RETRY,
  /** Counts what it would have retried and changes nothing. */
  OBSERVE,
  /** Nothing: as if the rule were not there. */
  OFF;

  /** As in the rule file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> words() {
    List<String> words = new ArrayList<>();
    for (Mode mode : values()) {
      words.add(mode.word());
    }
    return words;
  }

  public static Optional<Mode> of(String word) {
    for (Mode mode : values()) {
      if (mode.word().equals(word)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }
}
