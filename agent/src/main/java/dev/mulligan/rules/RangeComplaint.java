package dev.mulligan.rules;

import dev.mulligan.rules.source.Problems;
import java.util.Optional;

/**
 * Puts a place to what the retry engine and the notifier say of values out of range: their messages
 * name the keys.
 */
final class RangeComplaint {

  private static final String WITHOUT_VALUES =
      "what is written here does not fit; it comes from a placeholder and is not shown";

  private RangeComplaint() {}

  static void report(IllegalArgumentException thrown, Field field, Problems problems) {
    String message = String.valueOf(thrown.getMessage());
    problems.error(field.place(), field.value().isSecret() ? WITHOUT_VALUES : message);
  }

  static void report(IllegalArgumentException thrown, Block block, Problems problems) {
    String message = String.valueOf(thrown.getMessage());
    Optional<Field> subject = Optional.empty();
    Optional<Field> mentioned = Optional.empty();
    boolean secret = false;
    for (Field field : block.fields()) {
      secret |= field.value().isSecret();
      if (message.startsWith(field.name() + " ") || message.startsWith(field.name() + ":")) {
        subject = Optional.of(field);
      } else if (message.contains(" " + field.name() + " ")) {
        mentioned = Optional.of(field);
      }
    }
    if (secret) {
      problems.error(subject.isPresent() ? subject.get().place() : block.place(), WITHOUT_VALUES);
    } else if (subject.isPresent()) {
      problems.error(subject.get().place(), message);
    } else if (mentioned.isPresent()) {
      problems.error(
          mentioned.get().place(), message + " (not written here: inherited or default)");
    } else {
      problems.error(block.place(), message);
    }
  }
}
