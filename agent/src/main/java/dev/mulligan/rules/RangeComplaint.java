package dev.mulligan.rules;

import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.Problems;
import java.util.List;
import java.util.Optional;

/**
 * Puts a place to what the retry engine and the notifier say of values out of range: their messages
 * name the keys.
 */
final class RangeComplaint {

  private static final String WITHOUT_VALUES =
      "a value is out of its range; it comes from a placeholder and is not shown";

  private RangeComplaint() {}

  static void report(IllegalArgumentException thrown, Block block, Problems problems) {
    report(String.valueOf(thrown.getMessage()), block.fields(), block.place(), problems);
  }

  static void report(IllegalArgumentException thrown, Field field, Problems problems) {
    report(String.valueOf(thrown.getMessage()), List.of(field), field.place(), problems);
  }

  private static void report(String message, List<Field> fields, Place block, Problems problems) {
    Optional<Field> subject = Optional.empty();
    Optional<Field> mentioned = Optional.empty();
    boolean secret = false;
    for (Field field : fields) {
      secret |= field.value().isSecret();
      if (message.startsWith(field.name() + " ") || message.startsWith(field.name() + ":")) {
        subject = Optional.of(field);
      } else if (message.contains(" " + field.name() + " ")) {
        mentioned = Optional.of(field);
      }
    }
    if (secret) {
      problems.error(subject.isPresent() ? subject.get().place() : block, WITHOUT_VALUES);
    } else if (subject.isPresent()) {
      problems.error(subject.get().place(), message);
    } else if (mentioned.isPresent()) {
      problems.error(
          mentioned.get().place(), message + " (not written here: inherited or default)");
    } else {
      problems.error(block, message);
    }
  }
}
