package dev.mulligan.retry.builtin;

import dev.mulligan.retry.condition.ExceptionCondition;
import dev.mulligan.retry.condition.PropertyTest;
import dev.mulligan.retry.condition.ResultCondition;
import dev.mulligan.retry.condition.ValueTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Factory methods for the built-in strategies' conditions. No streams, because they run before the
 * application's main method.
 */
final class BuiltInConditions {

  private BuiltInConditions() {}

  @SafeVarargs
  static List<ExceptionCondition> all(List<ExceptionCondition>... parts) {
    List<ExceptionCondition> all = new ArrayList<>();
    for (List<ExceptionCondition> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }

  static List<ExceptionCondition> types(String... classNames) {
    List<ExceptionCondition> conditions = new ArrayList<>();
    for (String name : classNames) {
      conditions.add(ExceptionCondition.ofType(name));
    }
    return conditions;
  }

  private static List<ExceptionCondition> causes(String... classNames) {
    List<ExceptionCondition> conditions = new ArrayList<>();
    for (String name : classNames) {
      conditions.add(condition(Optional.empty(), Optional.of(name), Optional.empty()));
    }
    return conditions;
  }

  /** Conditions for exceptions of these classes, and for those caused by them. */
  static List<ExceptionCondition> typesAndCauses(String... classNames) {
    return all(types(classNames), causes(classNames));
  }

  /** Conditions for exceptions of these classes that were caused by another class. */
  static List<ExceptionCondition> wrapping(String cause, String... classNames) {
    List<ExceptionCondition> conditions = new ArrayList<>();
    for (String name : classNames) {
      conditions.add(condition(Optional.of(name), Optional.of(cause), Optional.empty()));
    }
    return conditions;
  }

  static ExceptionCondition message(String className, String regex) {
    return new ExceptionCondition(
        Optional.of(className),
        Optional.empty(),
        Optional.of(Pattern.compile(regex)),
        List.of(),
        Optional.empty());
  }

  static ExceptionCondition property(String className, String name, ValueTest test) {
    return condition(
        Optional.of(className), Optional.empty(), Optional.of(new PropertyTest(name, test)));
  }

  static ExceptionCondition sqlStates(String... globs) {
    return new ExceptionCondition(
        Optional.empty(), Optional.empty(), Optional.empty(), List.of(globs), Optional.empty());
  }

  static ResultCondition result(String className, String name, ValueTest test) {
    return new ResultCondition.OfType(
        className, new ResultCondition.Property(new PropertyTest(name, test)));
  }

  static ValueTest range(long from, long to) {
    return new ValueTest.Range(from, to);
  }

  static ValueTest is(Object literal) {
    return new ValueTest.Is(literal);
  }

  static ValueTest in(ValueTest... any) {
    return new ValueTest.In(List.of(any));
  }

  private static ExceptionCondition condition(
      Optional<String> type, Optional<String> cause, Optional<PropertyTest> property) {
    return new ExceptionCondition(type, cause, Optional.empty(), List.of(), property);
  }
}
