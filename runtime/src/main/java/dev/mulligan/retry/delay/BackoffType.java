package dev.mulligan.retry.delay;

import dev.mulligan.setting.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of {@link Backoff}, and which settings each has besides the jitter. */
public enum BackoffType {
  FIXED,
  LINEAR,
  EXPONENTIAL,
  RANDOM_EXPONENTIAL,
  RANDOM,
  FIBONACCI,
  DECORRELATED;

  /** Returns the name in a rule file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the settings of this kind. */
  public List<Setting> settings() {
    return switch (this) {
      case FIXED -> List.of(Setting.INITIAL);
      case LINEAR -> List.of(Setting.INITIAL, Setting.INCREMENT, Setting.MAX);
      case EXPONENTIAL -> List.of(Setting.INITIAL, Setting.MULTIPLIER, Setting.MAX);
      case RANDOM_EXPONENTIAL ->
          List.of(Setting.MIN, Setting.INITIAL, Setting.MULTIPLIER, Setting.MAX);
      case RANDOM -> List.of(Setting.MIN, Setting.MAX);
      case FIBONACCI, DECORRELATED -> List.of(Setting.INITIAL, Setting.MAX);
    };
  }

  /** Returns the jitter where none is set. */
  public Jitter usualJitter() {
    return this == EXPONENTIAL ? new Jitter.Full() : new Jitter.None();
  }

  /** Returns all names, in order. */
  public static List<String> words() {
    List<String> words = new ArrayList<>();
    for (BackoffType type : values()) {
      words.add(type.word());
    }
    return words;
  }

  /** Returns the type with this name; empty if there is none. */
  public static Optional<BackoffType> of(String word) {
    for (BackoffType type : values()) {
      if (type.word().equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
