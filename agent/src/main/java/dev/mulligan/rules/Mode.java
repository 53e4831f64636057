package dev.mulligan.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a rule does with the methods that it owns. */
public enum Mode {
  /** Retries them. */
  RETRY,
  /** Counts the calls that it would retry, and changes nothing. */
  OBSERVE,
  /** Does nothing, as if the rule did not exist. */
  OFF;

  /** The word in the rule file. */
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
