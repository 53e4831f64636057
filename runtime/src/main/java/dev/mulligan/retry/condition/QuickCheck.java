package dev.mulligan.retry.condition;

import org.jspecify.annotations.Nullable;

/**
 * A fast filter for values, without false negatives: if it returns false, no condition matches; if
 * it returns true, the conditions must be evaluated. May throw whatever the value's own code
 * throws.
 */
@FunctionalInterface
public interface QuickCheck {

  /** For properties that only reflection can read. */
  QuickCheck ALWAYS = value -> true;

  /** For properties that do not exist. */
  QuickCheck NEVER = value -> false;

  boolean suspects(@Nullable Object value);
}
