package dev.mulligan.retry;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a value must be. */
public sealed interface ValueTest {

  /**
   * Equal to a literal of the rule file.
   *
   * @param literal null, Boolean, Number or String; numbers are compared by value, an enum by name
   */
  record Is(@Nullable Object literal) implements ValueTest {}

  /** Equal to one of the literals or inside one of the ranges. */
  record In(List<ValueTest> any) implements ValueTest {}

  /** {@code from..to}, both included. */
  record Range(long from, long to) implements ValueTest {}

  /** The value as text, found somewhere. */
  record Matches(Pattern pattern) implements ValueTest {}
}
