package dev.mulligan.rules.value;

import dev.mulligan.log.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Converts log levels from and to the words in the rule file. */
public final class LogLevels {

  private LogLevels() {}

  public static List<String> words() {
    List<String> words = new ArrayList<>();
    for (Log.Level level : Log.Level.values()) {
      words.add(word(level));
    }
    return words;
  }

  public static Optional<Log.Level> of(String word) {
    for (Log.Level level : Log.Level.values()) {
      if (word(level).equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  private static String word(Log.Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
