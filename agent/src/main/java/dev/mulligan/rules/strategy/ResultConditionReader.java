package dev.mulligan.rules.strategy;

import dev.mulligan.retry.condition.PropertyTest;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.condition.ValueTest;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the conditions of {@code retry-on-result}. */
final class ResultConditionReader {

  private final Problems problems;
  private final Values values;
  private final ValueTestReader tests;
  private final PropertyTestReader properties;

  ResultConditionReader(Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
    this.tests = new ValueTestReader(problems);
    this.properties = new PropertyTestReader(problems);
  }

  List<ResultCondition> read(Field field) {
    List<ResultCondition> conditions = new ArrayList<>();
    for (Field element : values.list(field)) {
      Optional<Block> block =
          Block.of(
              element.value(), Keys.RESULT_CONDITION, "a condition of 'retry-on-result'", problems);
      Optional<ResultCondition> condition =
          block.isEmpty() ? Optional.empty() : condition(block.get());
      if (condition.isPresent()) {
        conditions.add(condition.get());
      }
    }
    return conditions;
  }

  private Optional<ResultCondition> condition(Block block) {
    if (block.field("property").isPresent()) {
      Optional<PropertyTest> property = properties.read(block);
      return property.isEmpty()
          ? Optional.empty()
          : Optional.of(new ResultCondition.Property(property.get()));
    }
    Optional<ValueTest> test = tests.read(block, block.place());
    return test.isEmpty() ? Optional.empty() : Optional.of(new ResultCondition.Value(test.get()));
  }
}
