package dev.mulligan.guard.settings;

import org.jspecify.annotations.Nullable;

/** What a call returns instead of its failure. */
public sealed interface Fallback {

  /** No fallback: the caller gets the failure. */
  record None() implements Fallback {}

  /**
   * A value from the rule file.
   *
   * @param literal a {@link Boolean}, {@link Long}, {@link Double}, {@link String}, or null
   */
  record Value(@Nullable Object literal) implements Fallback {}

  /** The result of a method of the same class with the same parameters. */
  record Method(String name) implements Fallback {}
}
