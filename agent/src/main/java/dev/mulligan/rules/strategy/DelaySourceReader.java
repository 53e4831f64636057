package dev.mulligan.rules.strategy;

import dev.mulligan.retry.delay.DelaySource;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.RangeComplaint;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.value.Words;
import dev.mulligan.rules.yaml.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code delay-from}: {@code retry-after}, {@code off}, or a map with the name of a property.
 */
public final class DelaySourceReader {

  public static final List<String> WORDS = List.of("retry-after", Words.OFF);

  private final Problems problems;
  private final Values values;

  DelaySourceReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
  }

  /**
   * @return the inherited source when there is a mistake, which is reported
   */
  Optional<DelaySource> read(Field field, Optional<DelaySource> inherited) {
    if (field.value() instanceof Mapping) {
      Optional<DelaySource> source = property(field);
      return source.isEmpty() ? inherited : source;
    }
    Optional<String> word = values.word(field, WORDS);
    if (word.isEmpty()) {
      return inherited;
    }
    return word.get().equals(Words.OFF) ? Optional.empty() : Optional.of(DelaySource.RETRY_AFTER);
  }

  private Optional<DelaySource> property(Field field) {
    Optional<Block> block = Block.of(field.value(), Keys.DELAY_FROM, "'delay-from'", problems);
    if (block.isEmpty()) {
      return Optional.empty();
    }
    Optional<Field> property = block.get().field("property");
    if (property.isEmpty()) {
      problems.error(
          block.get().place(), "the property is missing: write property: retryAfterSeconds");
      return Optional.empty();
    }
    return named(property.get());
  }

  private Optional<DelaySource> named(Field property) {
    Optional<String> name = values.text(property, "a name such as retryAfterSeconds");
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(DelaySource.ofProperty(name.get()));
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, property, problems);
      return Optional.empty();
    }
  }
}
