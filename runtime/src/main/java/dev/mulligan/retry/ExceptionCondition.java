package dev.mulligan.retry;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fits an exception when everything that is present in it holds.
 *
 * @param type class name; that class or a subclass, compared by name up the hierarchy
 * @param cause the same for anything in the cause chain
 * @param message found somewhere in the exception's message
 * @param sqlStates globs such as {@code 08*}; empty for any
 * @param property of the exception
 */
public record ExceptionCondition(
    Optional<String> type,
    Optional<String> cause,
    Optional<Pattern> message,
    List<String> sqlStates,
    Optional<PropertyTest> property) {

  public static ExceptionCondition ofType(String className) {
    return new ExceptionCondition(
        Optional.of(className), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }
}
