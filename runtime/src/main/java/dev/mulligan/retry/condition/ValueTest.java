package dev.mulligan.retry.condition;

import dev.mulligan.retry.inspect.NotHeldException;
import dev.mulligan.setting.Check;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A test of a value. */
public sealed interface ValueTest {

  /**
   * Whether the value passes the test.
   *
   * @throws NotHeldException if the test cannot be evaluated, or is certainly a mistake
   */
  boolean holds(@Nullable Object value);

  /**
   * Equality with a literal of the rule file.
   *
   * @param literal null, Boolean, Number or String; numbers are compared by value, an enum by name
   */
  record Is(@Nullable Object literal) implements ValueTest {
    /**
     * @throws IllegalArgumentException for a literal of another type
     */
    public Is {
      Check.require(
          literal == null
              || literal instanceof Boolean
              || literal instanceof Number
              || literal instanceof String,
          "a value must be null, true, false, a number or a text");
    }

    boolean isNull() {
      return literal == null;
    }

    @Override
    public boolean holds(@Nullable Object value) {
      if (literal == null || value == null) {
        return literal == value;
      }
      if (Literals.same(literal, value)) {
        return true;
      }
      Misquoted.requireNotMisquoted(literal, value);
      return false;
    }
  }

  /** Equality with one of the literals, or membership of one of the ranges. */
  record In(List<ValueTest> any) implements ValueTest {
    /**
     * @throws IllegalArgumentException if the list is empty
     */
    public In {
      Check.require(!any.isEmpty(), "in must list at least one value");
      any = List.copyOf(any);
    }

    @Override
    public boolean holds(@Nullable Object value) {
      NotHeldException mistake = null;
      for (int i = 0; i < any.size(); i++) { // no iterator: this runs for every result
        try {
          if (any.get(i).holds(value)) {
            return true;
          }
        } catch (NotHeldException e) {
          mistake = e;
        }
      }
      if (mistake != null) {
        throw mistake;
      }
      return false;
    }
  }

  /** {@code from..to}, both included. */
  record Range(long from, long to) implements ValueTest {
    /**
     * @throws IllegalArgumentException if the range is empty
     */
    public Range {
      Check.require(from <= to, "range " + from + ".." + to + " is empty: swap its bounds");
    }

    @Override
    public boolean holds(@Nullable Object value) {
      if (value instanceof Number number) {
        return Literals.isWithin(number, from, to);
      }
      Misquoted.requireNotNumberAsText(this, value);
      return false;
    }
  }

  /** Whether the pattern occurs in the value's text; null never matches. */
  record Matches(Pattern pattern) implements ValueTest {
    @Override
    public boolean holds(@Nullable Object value) {
      return value != null && BoundedSearch.finds(pattern, String.valueOf(value));
    }
  }
}
