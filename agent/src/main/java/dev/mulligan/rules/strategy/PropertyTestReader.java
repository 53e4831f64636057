package dev.mulligan.rules.strategy;

import dev.mulligan.retry.condition.PropertyTest;
import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.RangeComplaint;
import dev.mulligan.rules.value.Values;
import java.util.Optional;

/** Reads a condition's {@code property} and the test of its value. */
final class PropertyTestReader {

  private final Problems problems;
  private final Values values;
  private final ValueTestReader tests;

  PropertyTestReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
    this.tests = new ValueTestReader(problems);
  }

  /**
   * @param condition a condition with the key {@code property}
   */
  Optional<PropertyTest> read(Block condition) {
    Field field = condition.field("property").orElseThrow();
    Optional<String> name = values.text(field, "a name such as statusCode");
    Optional<ValueTest> test = tests.read(condition, field.place());
    if (name.isEmpty() || test.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new PropertyTest(name.get(), test.get()));
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, field, problems);
      return Optional.empty();
    }
  }
}
