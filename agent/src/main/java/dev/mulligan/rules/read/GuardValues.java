package dev.mulligan.rules.read;

import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.yaml.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the value of a key of a guard's block; empty where the key is missing or has a mistake. */
final class GuardValues {

  private static final String WHOLE = "a whole number";

  private final Values values;

  GuardValues(Problems problems) {
    this.values = new Values(problems);
  }

  Optional<Duration> durationOf(Block block, String key) {
    Optional<Field> field = block.field(key);
    return field.isEmpty() ? Optional.empty() : values.duration(field.get());
  }

  /**
   * Reads a whole number. One beyond the range of int becomes the nearest int, which is out of
   * every valid range too.
   */
  Optional<Integer> wholeOf(Block block, String key) {
    Optional<Field> field = block.field(key);
    Optional<Scalar> scalar =
        field.isEmpty() ? Optional.empty() : values.scalar(field.get(), WHOLE);
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> number = values.whole(scalar.get());
    return number.isEmpty()
        ? values.refuse(field.get(), WHOLE)
        : Optional.of((int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number.get())));
  }

  Optional<String> wordOf(Block block, String key, List<String> known) {
    Optional<Field> field = block.field(key);
    return field.isEmpty() ? Optional.empty() : values.word(field.get(), known);
  }

  boolean isWhole(Field field) {
    return field.value() instanceof Scalar scalar && values.whole(scalar).isPresent();
  }
}
