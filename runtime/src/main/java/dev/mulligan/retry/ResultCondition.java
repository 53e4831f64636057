package dev.mulligan.retry;

/** Fits a returned value. */
public sealed interface ResultCondition {

  /** The value itself. */
  record Value(ValueTest test) implements ResultCondition {}

  /** A property of the value, such as {@code statusCode}. */
  record Property(PropertyTest test) implements ResultCondition {}
}
