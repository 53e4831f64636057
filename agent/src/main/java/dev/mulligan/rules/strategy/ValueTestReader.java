package dev.mulligan.rules.strategy;

import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.rules.source.Place;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the test of a condition: {@code is}, {@code in} or {@code matches}. */
final class ValueTestReader {

  private final Problems problems;
  private final Values values;
  private final LiteralReader literals;

  ValueTestReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
    this.literals = new LiteralReader(problems);
  }

  static boolean isIn(Block condition) {
    return !written(condition).isEmpty();
  }

  Optional<ValueTest> read(Block condition, Place place) {
    List<Field> written = written(condition);
    if (written.isEmpty()) {
      problems.error(place, "the test of the value is missing: write is, in or matches");
      return Optional.empty();
    }
    if (written.size() > 1) {
      problems.error(
          written.get(1).place(),
          "a condition takes only one of is, in and matches: write a second condition");
      return Optional.empty();
    }
    return read(written.get(0));
  }

  private static List<Field> written(Block condition) {
    List<Field> written = new ArrayList<>();
    for (String key : List.of("is", "in", "matches")) {
      Optional<Field> field = condition.field(key);
      if (field.isPresent()) {
        written.add(field.get());
      }
    }
    return written;
  }

  private Optional<ValueTest> read(Field field) {
    return switch (field.name()) {
      case "is" -> literals.read(field);
      case "in" -> in(field);
      default -> matches(field);
    };
  }

  private Optional<ValueTest> matches(Field field) {
    Optional<Pattern> pattern = values.regex(field);
    return pattern.isEmpty() ? Optional.empty() : Optional.of(new ValueTest.Matches(pattern.get()));
  }

  private Optional<ValueTest> in(Field field) {
    List<ValueTest> any = new ArrayList<>();
    List<Field> elements = values.list(field);
    for (Field element : elements) {
      Optional<ValueTest> test = literals.readElement(element);
      if (test.isPresent()) {
        any.add(test.get());
      }
    }
    if (elements.isEmpty()) {
      return values.refuse(field, "at least one value or range");
    }
    return any.isEmpty() ? Optional.empty() : Optional.of(new ValueTest.In(any));
  }
}
