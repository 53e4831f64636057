package dev.mulligan.retry.condition;

import dev.mulligan.retry.inspect.NotHeldException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Detects literals that can never equal a value because of missing or superfluous quotes. */
final class Misquoted {

  /** The longest text of a number in a rule file. */
  private static final int LONGEST_NUMBER = 25;

  private Misquoted() {}

  /**
   * @param literal differs from the value
   * @throws NotHeldException with the fix, if only the quotes make the difference
   */
  static void requireNotMisquoted(Object literal, Object value) {
    if (literal instanceof String text) {
      if (value instanceof Number && isNumber(text)) {
        throw withQuotes(text, "a number");
      }
      if (value instanceof Boolean && (text.equals("true") || text.equals("false"))) {
        throw withQuotes(text, "true or false");
      }
    } else if (value instanceof CharSequence text
        && text.length() <= LONGEST_NUMBER
        && literal.toString().contentEquals(text)) {
      throw new NotHeldException(
          literal + " is compared with a text, and never equal to one: put it in quotes");
    }
  }

  /**
   * @throws NotHeldException with the fix, if the value is a number written as text
   */
  static void requireNotNumberAsText(ValueTest.Range range, @Nullable Object value) {
    if (value instanceof CharSequence text
        && text.length() <= LONGEST_NUMBER
        && isNumber(text.toString())) {
      throw new NotHeldException(
          "the range %d..%d is compared with a text, and holds numbers only: write matches and a"
                  .formatted(range.from(), range.to())
              + " regular expression");
    }
  }

  private static NotHeldException withQuotes(String text, String kind) {
    return new NotHeldException(
        "the text \"%s\" is compared with %s, and never equal to one: write %s without quotes"
            .formatted(text, kind, text));
  }

  static boolean isNumber(String text) {
    try {
      new BigDecimal(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
