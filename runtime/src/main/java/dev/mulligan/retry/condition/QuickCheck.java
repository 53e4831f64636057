package dev.mulligan.retry.condition;

import org.jspecify.annotations.Nullable;

/**
 * A quick look at a value: false is certain, true must be found out by asking the condition. May
 * throw whatever the value's own code throws.
 */
@FunctionalInterface
public interface QuickCheck {

  /** Of what can be asked by reflection only. */
  QuickCheck ALWAYS = value -> true;

  /** Of what is not there. */
  QuickCheck NEVER = value -> false;

  boolean suspects(@Nullable Object value);
}
