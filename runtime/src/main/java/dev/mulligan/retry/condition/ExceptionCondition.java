package dev.mulligan.retry.condition;

import dev.mulligan.retry.inspect.CauseChain;
import dev.mulligan.retry.inspect.SupertypeNames;
import dev.mulligan.setting.Check;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A condition on an exception, which matches if every present component matches.
 *
 * @param type class name; matches the class and its subclasses, compared by name
 * @param cause the same for any exception in the cause chain, the exception itself excluded
 * @param message must occur in the exception's message
 * @param sqlStates globs such as {@code 08*} for the exception or one of its causes; empty for any
 * @param property of the exception
 */
public record ExceptionCondition(
    Optional<String> type,
    Optional<String> cause,
    Optional<Pattern> message,
    List<String> sqlStates,
    Optional<PropertyTest> property) {

  private static final String KOTLIN_TIME_OUT = "kotlinx.coroutines.TimeoutCancellationException";

  /**
   * @throws IllegalArgumentException if all components are empty
   */
  public ExceptionCondition {
    sqlStates = List.copyOf(sqlStates);
    Check.require(
        type.isPresent()
            || cause.isPresent()
            || message.isPresent()
            || !sqlStates.isEmpty()
            || property.isPresent(),
        "a condition needs at least one of type, cause, message, sql-state, property");
  }

  public static ExceptionCondition ofType(String className) {
    return new ExceptionCondition(
        Optional.of(className), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }

  public boolean fits(Throwable thrown) {
    return fitsType(thrown)
        && fitsCause(thrown)
        && (sqlStates.isEmpty() || SqlStates.fit(thrown, sqlStates))
        && fitsMessage(thrown)
        && (property.isEmpty() || property.get().holds(thrown));
  }

  /**
   * Whether this condition may apply to the throwable at all: an {@link Error} must be named by its
   * class, as must the exception of Kotlin's {@code withTimeout}, which is a cancellation. A
   * condition without a type applies to exceptions only.
   */
  public boolean mayApplyTo(Throwable thrown) {
    if (thrown.getClass().getName().equals(KOTLIN_TIME_OUT)) {
      return type.isPresent() && type.get().equals(KOTLIN_TIME_OUT);
    }
    return thrown instanceof Exception || (type.isPresent() && names(thrown));
  }

  private boolean names(Throwable thrown) {
    if (!(thrown instanceof Error)) {
      return true;
    }
    for (Class<?> at = thrown.getClass(); at != Throwable.class; at = at.getSuperclass()) {
      if (type.get().equals(at.getName()) || type.get().equals(at.getName().replace('$', '.'))) {
        return true;
      }
    }
    return false;
  }

  private boolean fitsType(Throwable thrown) {
    return type.isEmpty() || SupertypeNames.isA(thrown.getClass(), type.get());
  }

  private boolean fitsCause(Throwable thrown) {
    return cause.isEmpty()
        || CauseChain.anyCause(thrown, at -> SupertypeNames.isA(at.getClass(), cause.get()));
  }

  private boolean fitsMessage(Throwable thrown) {
    if (message.isEmpty()) {
      return true;
    }
    @Nullable String text = thrown.getMessage();
    return text != null && BoundedSearch.finds(message.get(), text);
  }
}
