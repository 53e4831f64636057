package dev.mulligan.guard.settings;

import org.jspecify.annotations.Nullable;

/** What a call gives instead of its failure. */
public sealed interface Fallback {

  /** The failure. */
  record None() implements Fallback {}

  /**
   * A value of the rule file.
   *
   * @param literal a {@link Boolean}, {@link Long}, {@link Double}, {@link String}, or null
   */
  record Value(@Nullable Object literal) implements Fallback {}

  /** What a method of the same class with the same parameters returns. */
  record Method(String name) implements Fallback {}
}
