package dev.mulligan.retry.condition;

import dev.mulligan.retry.inspect.SupertypeNames;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A condition on a returned value. */
public sealed interface ResultCondition {

  /** Whether a call that returned this value must be retried. */
  boolean fits(@Nullable Object result);

  /** Whether null is the only value that can match. */
  default boolean isForNullOnly() {
    return this instanceof Value value && value.test() instanceof ValueTest.Is is && is.isNull();
  }

  /** A test of the value itself. */
  record Value(ValueTest test) implements ResultCondition {
    @Override
    public boolean fits(@Nullable Object result) {
      return test.holds(result);
    }
  }

  /** A test of a property of the value, such as {@code statusCode}; null never matches. */
  record Property(PropertyTest test) implements ResultCondition {
    @Override
    public boolean fits(@Nullable Object result) {
      return result != null && test.holds(result);
    }
  }

  /**
   * A predicate of the application; null never matches.
   *
   * @param test runs on the thread of the call; if it throws, the value does not match, and the
   *     exception is logged once
   */
  record Tested(Predicate<Object> test) implements ResultCondition {
    @Override
    public boolean fits(@Nullable Object result) {
      return result != null && test.test(result);
    }
  }

  /**
   * A condition on values of one class or interface and its subtypes.
   *
   * @param type compared by name, including supertypes
   */
  record OfType(String type, ResultCondition condition) implements ResultCondition {
    @Override
    public boolean fits(@Nullable Object result) {
      return result != null
          && SupertypeNames.isA(result.getClass(), type)
          && condition.fits(result);
    }
  }
}
