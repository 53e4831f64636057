package dev.mulligan.retry;

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
   * A condition on values of one class or interface and its subtypes only.
   *
   * @param type compared by name up the hierarchy
   */
  record OfType(String type, ResultCondition condition) implements ResultCondition {
    @Override
    public boolean fits(@Nullable Object result) {
      return result != null && TypeNames.isA(result.getClass(), type) && condition.fits(result);
    }
  }
}
