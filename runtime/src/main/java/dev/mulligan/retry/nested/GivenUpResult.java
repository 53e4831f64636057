package dev.mulligan.retry.nested;

import org.jspecify.annotations.Nullable;

/** A result that a rule gave up on. */
final class GivenUpResult extends GivenUp {

  /** Stands for null. */
  private static final Object NULL = new Object();

  /** The value if it is null or a box of the JDK; those are compared by value. */
  private final @Nullable Object value;

  private final boolean identifies;

  /**
   * @param repeated whether an earlier attempt returned the same object, such as a constant
   */
  GivenUpResult(
      @Nullable Object result,
      boolean repeated,
      long thread,
      long nanos,
      boolean notified,
      int @Nullable [] calls) {
    super(isValue(result) ? null : result, thread, nanos, notified, calls);
    this.value = isValue(result) ? boxed(result) : null;
    this.identifies = !repeated && isUnique(result);
  }

  @Override
  boolean isResult() {
    return true;
  }

  @Override
  boolean identifies() {
    return identifies;
  }

  @Override
  boolean hasValue(@Nullable Object result) {
    return value != null && isValue(result) && value.equals(boxed(result));
  }

  /** Whether an equal object is not likely to be returned by another call. */
  static boolean isUnique(@Nullable Object result) {
    return !isValue(result) && !(result instanceof String) && !(result instanceof Enum<?>);
  }

  private static boolean isValue(@Nullable Object result) {
    return result == null
        || result instanceof Boolean
        || result instanceof Character
        || result instanceof Integer
        || result instanceof Long
        || result instanceof Short
        || result instanceof Byte
        || result instanceof Double
        || result instanceof Float;
  }

  private static Object boxed(@Nullable Object result) {
    return result == null ? NULL : result;
  }
}
