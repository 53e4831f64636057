package dev.mulligan.retry.condition;

import dev.mulligan.retry.inspect.SupertypeNames;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Fits a returned value. */
public sealed interface ResultCondition {

  /** Whether a call that returned this value is to be retried. */
  boolean fits(@Nullable Object result);

  /** Whether null is all that can fit. */
  default boolean isForNullOnly() {
    return this instanceof Value value && value.test() instanceof ValueTest.Is is && is.isNull();
  }

  /** The value itself. */
  record Value(ValueTest test) implements ResultCondition {
    @Override
    public boolean fits(@Nullable Object result) {
      return test.holds(result);
    }
  }

  /** A property of the value, such as {@code statusCode}; null has none. */
  record Property(PropertyTest test) implements ResultCondition {
    @Override
    public boolean fits(@Nullable Object result) {
      return result != null && test.holds(result);
    }
  }

  /**
   * A program's own test of the value; null never fits.
   *
   * @param test asked on the thread of the call; what it throws is logged once, and nothing fits
   */
  record Tested(Predicate<Object> test) implements ResultCondition {
    @Override
    public boolean fits(@Nullable Object result) {
      return result != null && test.test(result);
    }
  }

  /**
   * A condition on values of one class or interface and its subtypes only.
   *
   * @param type compared by name up the hierarchy
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
