package dev.mulligan.rules.strategy;

import dev.mulligan.retry.condition.ExceptionCondition;
import dev.mulligan.retry.condition.PropertyTest;
import dev.mulligan.rules.source.Problems;
import dev.mulligan.rules.value.Block;
import dev.mulligan.rules.value.Field;
import dev.mulligan.rules.value.Keys;
import dev.mulligan.rules.value.RangeComplaint;
import dev.mulligan.rules.value.Values;
import dev.mulligan.rules.yaml.Mapping;
import dev.mulligan.rules.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code retry-on} and {@code abort-on}: class names, and maps whose keys must all hold. */
final class ExceptionConditionReader {

  private static final String SQL_STATE = "an SQLSTATE such as \"40001\" or \"08*\"";
  private static final int SQL_STATE_LENGTH = 5;

  private final Problems problems;
  private final Values values;
  private final ClassNameReader classNames;
  private final PropertyTestReader properties;

  ExceptionConditionReader(ClassNameReader classNames, Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
    this.classNames = classNames;
    this.properties = new PropertyTestReader(problems);
  }

  List<ExceptionCondition> read(Field field) {
    List<ExceptionCondition> conditions = new ArrayList<>();
    for (Field element : values.list(field)) {
      Optional<ExceptionCondition> condition =
          element.value() instanceof Mapping ? fromMap(element) : fromName(element);
      if (condition.isPresent()) {
        conditions.add(condition.get());
      }
    }
    return conditions;
  }

  private Optional<ExceptionCondition> fromName(Field element) {
    Optional<String> name = thrown(element);
    return name.isEmpty() ? Optional.empty() : Optional.of(ExceptionCondition.ofType(name.get()));
  }

  private Optional<ExceptionCondition> fromMap(Field element) {
    Optional<Block> block =
        Block.of(
            element.value(),
            Keys.EXCEPTION_CONDITION,
            "a condition of '" + element.name() + "'",
            problems);
    if (block.isEmpty()) {
      return Optional.empty();
    }
    int errorsBefore = problems.errorCount();
    Optional<Field> typeField = block.get().field("type");
    Optional<String> type = typeField.isEmpty() ? Optional.empty() : thrown(typeField.get());
    Optional<Field> causeField = block.get().field("cause");
    Optional<String> cause = causeField.isEmpty() ? Optional.empty() : cause(causeField.get());
    Optional<Pattern> message = message(block.get());
    List<String> sqlStates = sqlStates(block.get());
    Optional<PropertyTest> property = property(block.get());
    if (problems.errorCount() > errorsBefore) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ExceptionCondition(type, cause, message, sqlStates, property));
    } catch (IllegalArgumentException e) {
      RangeComplaint.report(e, block.get(), problems);
      return Optional.empty();
    }
  }

  private Optional<String> thrown(Field field) {
    Optional<Scalar> name = className(field);
    return name.isEmpty() ? Optional.empty() : classNames.readThrown(name.get());
  }

  private Optional<String> cause(Field field) {
    Optional<Scalar> name = className(field);
    return name.isEmpty() ? Optional.empty() : classNames.read(name.get());
  }

  private Optional<Scalar> className(Field field) {
    return values.scalar(field, "a class name such as java.io.IOException");
  }

  private Optional<Pattern> message(Block block) {
    Optional<Field> field = block.field("message");
    return field.isEmpty() ? Optional.empty() : values.regex(field.get());
  }

  private List<String> sqlStates(Block block) {
    List<String> globs = new ArrayList<>();
    Optional<Field> field = block.field("sql-state");
    if (field.isEmpty()) {
      return globs;
    }
    List<Field> elements = values.list(field.get());
    for (Field element : elements) {
      Optional<String> glob = values.text(element, SQL_STATE);
      if (glob.isPresent() && isSqlState(glob.get())) {
        globs.add(glob.get());
      } else if (glob.isPresent()) {
        values.refuse(element, SQL_STATE);
      }
    }
    return elements.isEmpty() ? refuseEmpty(field.get()) : globs;
  }

  private List<String> refuseEmpty(Field field) {
    values.refuse(field, SQL_STATE);
    return List.of();
  }

  private static boolean isSqlState(String glob) {
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c != '*' && c != '?' && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z')) {
        return false;
      }
    }
    return glob.length() <= SQL_STATE_LENGTH;
  }

  private Optional<PropertyTest> property(Block block) {
    if (block.field("property").isPresent()) {
      return properties.read(block);
    }
    if (ValueTestReader.isIn(block)) {
      problems.error(
          block.place(), "is, in and matches test a property: write property: NAME beside them");
    }
    return Optional.empty();
  }
}
