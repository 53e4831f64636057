package dev.mulligan.retry;

import org.jspecify.annotations.Nullable;

/**
 * A quick look at a value: false is certain, true must be found out by asking the condition. May
 * throw whatever the value's own code throws.
 */
@FunctionalInterface
interface Suspicion {

  /** Of what can be asked by reflection only. */
  Suspicion ALWAYS = value -> true;

  /** Of what is not there. */
  Suspicion NEVER = value -> false;

  boolean suspects(@Nullable Object value);
}
