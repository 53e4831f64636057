package dev.mulligan.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The back-off types and the keys that have a meaning for each, beside {@code jitter}. */
enum BackoffType {
  FIXED,
  LINEAR,
  EXPONENTIAL,
  RANDOM_EXPONENTIAL,
  RANDOM,
  FIBONACCI,
  DECORRELATED;

  /** As in the rule file. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  List<String> keys() {
    return switch (this) {
      case FIXED -> List.of("initial");
      case LINEAR -> List.of("initial", "increment", "max");
      case EXPONENTIAL -> List.of("initial", "multiplier", "max");
      case RANDOM_EXPONENTIAL -> List.of("min", "initial", "multiplier", "max");
      case RANDOM -> List.of("min", "max");
      case FIBONACCI, DECORRELATED -> List.of("initial", "max");
    };
  }

  static List<String> words() {
    List<String> words = new ArrayList<>();
    for (BackoffType type : values()) {
      words.add(type.word());
    }
    return words;
  }

  static Optional<BackoffType> of(String word) {
    for (BackoffType type : values()) {
      if (type.word().equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
