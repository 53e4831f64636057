package dev.mulligan.retry;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Short words for the built-in strategies' conditions. */
final class On {

  private On() {}

  static Stream<ExceptionCondition> types(String... classNames) {
    return Stream.of(classNames).map(ExceptionCondition::ofType);
  }

  static Stream<ExceptionCondition> causes(String... classNames) {
    return Stream.of(classNames)
        .map(name -> condition(Optional.empty(), Optional.of(name), Optional.empty()));
  }

  /** The classes themselves, and anything that was caused by them. */
  static Stream<ExceptionCondition> typesAndCauses(String... classNames) {
    return Stream.concat(types(classNames), causes(classNames));
  }

  /** Exceptions of these classes that were caused by another class. */
  static Stream<ExceptionCondition> wrapping(String cause, String... classNames) {
    return Stream.of(classNames)
        .map(name -> condition(Optional.of(name), Optional.of(cause), Optional.empty()));
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
