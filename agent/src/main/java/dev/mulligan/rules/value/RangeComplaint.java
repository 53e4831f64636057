package dev.mulligan.rules.value;

import dev.mulligan.rules.source.Problems;
import dev.mulligan.setting.Setting;
import dev.mulligan.setting.SettingException;
import java.util.Optional;

/** Reports a value that the runtime refuses, with its place and the key names of the rule file. */
public final class RangeComplaint {

  private static final String WITHOUT_VALUES =
      "the value is not valid here; it comes from a placeholder and is not shown";

  private RangeComplaint() {}

  public static void report(IllegalArgumentException thrown, Field field, Problems problems) {
    problems.error(field.place(), field.value().isSecret() ? WITHOUT_VALUES : message(thrown));
  }

  public static void report(IllegalArgumentException thrown, Block block, Problems problems) {
    Optional<Field> subject =
        thrown instanceof SettingException e ? block.field(e.setting().key()) : Optional.empty();
    Optional<Field> other =
        thrown instanceof SettingException e && e.other().isPresent()
            ? block.field(e.other().get().key())
            : Optional.empty();
    if (isAnySecret(block)) {
      problems.error(subject.isPresent() ? subject.get().place() : block.place(), WITHOUT_VALUES);
    } else if (subject.isPresent()) {
      problems.error(subject.get().place(), message(thrown));
    } else if (other.isPresent()) {
      problems.error(
          other.get().place(), message(thrown) + " (not written here: inherited or default)");
    } else {
      problems.error(block.place(), message(thrown));
    }
  }

  private static boolean isAnySecret(Block block) {
    for (Field field : block.fields()) {
      if (field.value().isSecret()) {
        return true;
      }
    }
    return false;
  }

  private static String message(IllegalArgumentException thrown) {
    return thrown instanceof SettingException e
        ? e.message(Setting::key)
        : String.valueOf(thrown.getMessage());
  }
}
